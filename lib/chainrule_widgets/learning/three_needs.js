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
start()},label);return button}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
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
0)),cross,"line red"),shape(points.filter(point=>point[3]),circle(2*r),"line thin ink")]}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
end"})),this.frame.replaceChildren(lines)}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw){
let now=()=>reportDrawn(root,draw()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[SIDE,STEPS]=[290,60];function render({model,el}){let root=createRoot(el,"Three needs"),save=saveDebounced(model),lessons=Object.
fromEntries(Object.entries(model.get("lessons")).map(([name,view])=>[name,toNumbers(view)])),rows=toNumbers(model.get("d\
ots")),dots=Array.from({length:rows.length/3},(_,i)=>[...rows.subarray(3*i,3*i+3)]),picture=svg("svg",{viewBox:"0 0 848 \
318"}),scene=svg("g");picture.append(scene);let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(
checkbox("inputs",model,"inputs",save),checkbox("targets",model,"targets",save),checkbox("loss as feedback",model,"feedb\
ack",save),playButton("learn",model,"step",()=>STEPS,save),slider("step",model,"step",{min:0,max:STEPS,step:1},save)),picture,
says),drawOnChange(root,model,["inputs","targets","feedback","step"],()=>{let needs=["inputs","targets","feedback"].map(
name=>model.get(name)),step=model.get("step"),lesson=lessons[needs.map(Number).join("")],[w0,w1,w2,loss,right]=lesson.subarray(
5*step,5*step+5),panel=new Panel({x:30,y:8,width:SIDE,height:SIDE,xs:[-3,3],ys:[-3,3]});panel.axes([-2,0,2],[-2,0,2]);let z=([
a,b])=>w0+(needs[0]?w1*a+w2*b:0);panel.inside.append(...line(panel,w0,w1,w2,needs[0])),panel.inside.append(...classPoints(
dots.map(dot=>[panel.px(dot[0]),panel.py(dot[1]),dot[2],z(dot)>0!=dot[2]>0])));let curve=new Panel({x:420,y:34,width:410,
height:240,xs:[0,STEPS],ys:[0,100]});curve.axes([0,20,40,60],[0,25,50,75,100],"step");let share=i=>100*lesson[5*i+4]/dots.
length,steps=Array.from({length:step+1},(_,i)=>i);return curve.inside.append(svg("path",{d:`M420 ${curve.py(50)}h410`,class:"\
line thin dotted ink"}),svg("path",{d:curve.path(steps,steps.map(share)),class:"line blue"})),scene.replaceChildren(panel.
node,curve.node,textAt(420,20,"accuracy, %",{class:"title"}),textAt(826,curve.py(50)+16,"random guessing",{class:"quiet \
halo","text-anchor":"end"}),svg("circle",{cx:curve.px(step),cy:curve.py(share(step)),r:5,class:"fill blue"})),says.replaceChildren(
html("b",{},`${right} of ${dots.length} right. `),sentence(needs,step)),picture.setAttribute("role","img"),picture.setAttribute(
"aria-label",says.textContent),{needs,step,w:[w0,w1,w2],loss,right,of:dots.length}})}function line(panel,w0,w1,w2,sees){
let long=Math.hypot(w1,w2);if(!sees||long<1e-6)return[];let[fx,fy]=[-w0*w1/long**2,-w0*w2/long**2],[dx,dy]=[-w2/long*20,
w1/long*20];return[svg("path",{d:panel.path([fx-dx,fx+dx],[fy-dy,fy+dy]),class:"line ink"})]}function sentence([inputs,targets,
feedback],step){let missing=[inputs,targets,feedback].filter(need=>!need).length;return step===0?"The neuron is untraine\
d. Press “learn”.":missing>1?"Two or more of the three needs are missing, so the neuron cannot learn.":inputs?targets?
feedback?"With all three, each step decreases the loss.":"Without a loss, the neuron does not know which changes are imp\
rovements, so it changes its weights at random.":"Without targets, the neuron learns random labels instead, so the line \
changes at random.":"Without inputs, the prediction is the same for all examples."}var three_needs_default={render};export{three_needs_default as default};
