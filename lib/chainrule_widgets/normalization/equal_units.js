// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Two hidden units"),save=saveDebounced(model),runs=model.get("runs"),
all=Object.values(runs).flatMap(run=>run.units.flat(2)),reach=Math.ceil(1.05*Math.max(...all.map(Math.abs))),plane=new Panel(
{x:40,y:30,width:300,height:300,xs:[-reach,reach],ys:[-reach,reach]});plane.axes(ticks(-reach,reach,4),ticks(-reach,reach,
4),"weight from x₁");let loss=new Panel({x:440,y:30,width:390,height:190,xs:[0,300],ys:[0,.8]});loss.axes([0,100,200,300],
[0,.2,.4,.6,.8],"step");let paths=[svg("path",{class:"line wide blue"}),svg("path",{class:"line orange dashed"})],marks=[
svg("circle",{r:9,class:"line blue"}),svg("rect",{width:10,height:10,class:"fill orange"})],curve=svg("path",{class:"lin\
e ink"}),cursor=svg("circle",{r:5,class:"fill ink"});plane.inside.append(...paths,...marks),loss.inside.append(curve,cursor);
let apart=textAt(440,292,"",{class:"title"}),right=textAt(440,316,""),picture=svg("svg",{viewBox:"0 0 848 366"},plane.node,
loss.node,apart,right,textAt(40,16,"unit 1: ring, broad · unit 2: square, dashed",{class:"title"}),textAt(440,16,"loss \
after each step",{class:"title"}),textAt(46,44,"weight from x₂",{class:"quiet halo"})),says=html("p",{class:"says",role:"\
status"}),playing,play=()=>{clearInterval(playing),save({step:0}),playing=setInterval(()=>{let step=model.get("step")+3;
save({step:Math.min(step,300)}),(step>=300||!root.isConnected)&&clearInterval(playing)},33)};root.append(controlBar(select(
"initial weights",model,"initial",save),slider("step",model,"step",{min:0,max:300,step:1},state=>{clearInterval(playing),
save(state)}),button("play",play)),picture,says),drawOnChange(root,model,["initial","step"],()=>draw({apart,cursor,curve,
loss,marks,model,paths,plane,right,runs,says}))}function draw({apart,cursor,curve,loss,marks,model,paths,plane,right,runs,
says}){let[initial,step]=[model.get("initial"),model.get("step")],{units,losses,right:hits,of}=runs[initial],[one,other]=units[step];
paths.forEach((path,unit)=>{path.setAttribute("d",plane.path(...[0,1].map(axis=>units.slice(0,step+1).map(pair=>pair[unit][axis]))))}),
setAttributes(marks[0],{cx:plane.px(one[0]),cy:plane.py(one[1])},[]),setAttributes(marks[1],{x:plane.px(other[0])-5,y:plane.
py(other[1])-5},[]),curve.setAttribute("d",loss.path(losses.map((_,i)=>i),losses)),setAttributes(cursor,{cx:loss.px(step),
cy:loss.py(losses[step])},[]);let distance=Math.hypot(one[0]-other[0],one[1]-other[1]);return apart.textContent=`distanc\
e of the units: ${formatNumber(distance)}, loss: ${formatNumber(losses[step])}`,right.textContent=`after 300 steps: ${hits}\
 of ${of} predictions right`,says.textContent=sentence(initial,step,distance),{initial,step,apart:distance,units:units[step],
loss:losses[step],right:hits}}function sentence(initial,step,distance){return initial==="zero"?"The outputs of both hidd\
en units are 0, and the gradients of all weights are 0. Only the bias of the output changes.":step===0?initial==="consta\
nt"?"Both units start with the same weights. Press play.":"The units start with different weights. Press play.":distance<
1e-6?"Both units have the same weights, so they get the same gradients and stay equal. Together they can do no more than\
 one unit.":"The units have different weights, so they get different gradients. Each unit learns another part of the dec\
ision boundary."}var equal_units_default={render};export{equal_units_default as default};
