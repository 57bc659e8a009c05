// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function follow(model,name,show){model.on(`change:${name}`,show),show()}function checkbox(label,model,name,save){let input=html("input",{type:"checkbox","aria-label":label,change:()=>save({[name]:input.
checked})});return follow(model,name,()=>{input.checked=model.get(name)}),html("label",{},input,label)}function playButton(label,model,name,last,save,seconds=2){let stop=null,start=()=>{if(matchMedia("(prefers-reduced-motio\
n: reduce)").matches){save({[name]:last()});return}let from=model.get(name)<last()?model.get(name):0,began=performance.now(),
running=!0;stop=()=>{running=!1,stop=null,button.textContent=label},button.textContent="stop",requestAnimationFrame(function next(now){
if(!running||!button.isConnected)return;let at=Math.min(last(),from+Math.round((now-began)/1e3/seconds*last()));save({[name]:Math.
max(at,0)}),at<last()?requestAnimationFrame(next):stop?.()})},button=html("button",{type:"button",click:()=>stop?stop():
start()},label);return button}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function classPoints(points,r=3.8){let arm=.9*r,start=(point,left,up)=>`M${(point[0]-left).toFixed(1)} ${(point[1]-up).toFixed(
1)}`,circle=size=>point=>`${start(point,size,0)}a${size} ${size} 0 1 0 ${2*size} 0a${size} ${size} 0 1 0 ${-2*size} 0`,cross=point=>`${start(
point,arm,arm)}l${2*arm} ${2*arm}m0 ${-2*arm}l${-2*arm} ${2*arm}`,shape=(some,outline,style)=>svg("path",{d:some.map(outline).
join(""),class:style});return[shape(points.filter(point=>point[2]>0),circle(r),"fill green"),shape(points.filter(point=>!(point[2]>
0)),cross,"line red"),shape(points.filter(point=>point[3]),circle(2*r),"line thin ink")]}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function interpolate(values,low,step){return z=>{let place=(z-low)/step,left=clamp(Math.floor(place+1e-6),0,values.length-
2);return values[left]+(place-left)*(values[left+1]-values[left])}}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[STEPS,HALF]=[150,.5];function render({model,el}){let root=createRoot(el,"One neuron, two regressions"),save=saveDebounced(
model),sigmoid=interpolate(toNumbers(model.get("table")),-40,.02),paths=Object.fromEntries(Object.entries(model.get("pat\
hs")).map(([name,view])=>[name,toNumbers(view)])),all=toNumbers(model.get("students")),students=Array.from({length:all.length/
2},(_,i)=>[all[i],all[i+all.length/2]]),picture=svg("svg",{viewBox:"0 0 848 330"}),says=html("p",{class:"says","aria-liv\
e":"polite"});root.append(controlBar(select("g",model,"activation",save),select("target",model,"targets",save),checkbox(
"add a student with 30 hours",model,"outlier",save),playButton("fit",model,"step",()=>STEPS,save),slider("step",model,"s\
tep",{min:0,max:STEPS,step:1},save)),picture,says),drawOnChange(root,model,["activation","targets","outlier","step"],()=>draw(
{model,paths,picture,says,sigmoid,students}))}function draw({model,paths,picture,says,sigmoid,students}){let[activation,
targets,outlier,step]=["activation","targets","outlier","step"].map(name=>model.get(name)),path=paths[`${activation} ${targets}\
 ${Number(outlier)}`],[b,w,loss]=path.subarray(3*step,3*step+3),g=activation==="linear"?z=>z:sigmoid,shown=outlier?students:
students.slice(0,-1),xs=[0,outlier?32:11],panel=new Panel({x:40,y:12,width:470,height:280,xs,ys:[-.25,1.6]});panel.axes(
panel.xTicks(6),[0,.5,1,1.5],"hours of work");let grid=Array.from({length:201},(_,i)=>xs[1]*i/200),curve=grid.map(x=>g(b+
w*x)),border=w>1e-6?((activation==="linear"?HALF:0)-b)/w:null,crossing=border!==null&&border>xs[0]&&border<xs[1];panel.inside.
append(svg("path",{d:`M${panel.x} ${panel.py(.5)}h${panel.width}`,class:"line thin dotted ink"}),svg("path",{d:panel.path(
grid,curve),class:"line blue"}),...classPoints(shown.map(([x,mark])=>[panel.px(x),panel.py(targets==="mark"?mark:+(mark>
HALF)),mark>HALF]),4)),crossing&&panel.inside.append(svg("path",{d:`M${panel.px(border)} ${panel.y}v${panel.height}`,class:"\
line thin dashed orange"}),textAt(panel.px(border)+6,panel.y+14,`ŷ = ½ at ${formatNumber(border)} h`,{class:"fill oran\
ge halo"}));let down=lossPanel({loss,path,step}),right=shown.filter(([x,mark])=>g(b+w*x)>HALF==mark>HALF).length,sum=`${formatNumber(
b)} ${w<0?"−":"+"} ${formatNumber(Math.abs(w))} · hours`;picture.replaceChildren(panel.node,down.node,textAt(580,34,activation===
"linear"?"g = identity":"g = σ",{class:"title"}),textAt(580,60,activation==="linear"?`ŷ = ${sum}`:`ŷ = σ(${sum})`),textAt(
580,84,`right predictions (passed or not): ${right} of ${shown.length}`),textAt(580,136,`${activation==="linear"?"mean s\
quared error":"cross-entropy"}: ${formatNumber(loss)}`,{class:"title"}));let top=g(b+w*xs[1]);return says.replaceChildren(
html("b",{},activation==="linear"?"Linear regression. ":"Logistic regression. "),sentence(activation,targets,outlier,step,
top,xs[1])),picture.setAttribute("role","img"),picture.setAttribute("aria-label",says.textContent),{activation,targets,outlier,
step,b,w,loss,right,border,top}}function lossPanel({loss,path,step}){let losses=Array.from({length:STEPS+1},(_,i)=>path[3*
i+2]),down=new Panel({x:580,y:150,width:258,height:142,xs:[0,STEPS],ys:[0,1.08*Math.max(...losses)]});return down.axes([
0,50,100,150],ticks(0,Math.max(...losses),3),"step"),down.inside.append(svg("path",{d:down.path(losses.map((_,i)=>i),losses),
class:"line thin ink"}),svg("circle",{cx:down.px(step),cy:down.py(loss),r:5,class:"fill ink"})),down}function sentence(activation,targets,outlier,step,top,far){
return step===0?"The neuron is untrained: b and w are 0. Press “fit”.":step<STEPS?"Each step changes b and w. Watch \
the line and the loss.":activation==="linear"&&targets==="passed"?`At ${far} hours, ŷ is ${formatNumber(top,2)}. A prob\
ability cannot be larger than 1.`:activation==="linear"?outlier?"The student with 30 hours makes the line flatter, so it\
 fits the other students worse.":"A mark is a number, and a straight line fits these marks well.":targets==="mark"?"A si\
gmoid can also predict marks: like the marks, ŷ stays between 0 and 1.":outlier?"The student with 30 hours hardly chang\
es the curve: ŷ and the target are both 1 there.":"ŷ is a probability. It increases from 0 to 1, and is ½ between the f\
ailed and the passed students."}var one_neuron_default={render};export{one_neuron_default as default};
