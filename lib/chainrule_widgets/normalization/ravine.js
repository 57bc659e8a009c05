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
soon}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer,buffers)=>{answer.
view===view&&(open-=1,answer.id>received&&!answer.lost&&(received=answer.id,receive(answer,buffers)),waiting&&send())}),
state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function kernelState(model,decode=answer=>answer,more=()=>({})){let first=model.get("first_answer"),names=Object.keys(first.
state),state=()=>Object.fromEntries(names.map(name=>[name,model.get(name)])),requested=JSON.stringify(first.state),latest=decode(
first.answer,...first.arrays),redraw=()=>{},saving=!1,save=saveDebounced(model),send=requestLatest(model,(answer,arrays)=>{
latest=decode(answer,...arrays),redraw()}),refresh=()=>{requested=JSON.stringify(state()),send({...state(),...more()})},
followModel=()=>{!saving&&JSON.stringify(state())!==requested&&refresh()};return model.on("change",followModel),followModel(),
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw2)=>{redraw=
drawOnChange(root,model,others,()=>draw2(latest))}}}var STATE=["scale","mean","deviation","learning_rate"],LEVELS=[.01,.04,.16,.64,2.56,10.24,40.96];function render({model,
el}){let root=createRoot(el,"Ravine"),{request,latest,drawWith}=kernelState(model),panel=new Panel({x:44,y:12,width:340,
height:340,xs:[-2,2],ys:[-2,2]});panel.axes([-2,-1,0,1,2],[-2,-1,0,1,2],"w₀, relative to the minimum");let rings=LEVELS.
map((_,i)=>svg("path",{class:"line thin blue","stroke-opacity":1-.11*i})),walk=svg("path",{class:"line thin orange"}),steps=svg(
"g");panel.inside.append(...rings,walk,steps);let goal=svg("path",{d:`M${panel.px(0)-6} ${panel.py(0)}h12m-6 -6v12`,class:"\
line ink"}),start=textAt(0,0,"start",{class:"halo"}),picture=svg("svg",{viewBox:"0 0 848 386"},panel.node,goal,start,textAt(
panel.x+6,panel.y+14,"w₁, relative to the minimum",{class:"quiet halo"}),table()),rows=[...picture.querySelectorAll(".\
value")],says=html("p",{class:"says",role:"status"});root.append(controlBar(select("x",model,"scale",request),slider("me\
an of x",model,"mean",{min:0,max:4,step:.1},request),slider("standard deviation of x",model,"deviation",{min:.2,max:3,step:.1},
request),slider("learning rate",model,"learning_rate",{min:.005,max:1,step:.005},request),button("best rate",()=>request(
{learning_rate:clamp(roundTo(latest().best_rate,.005),.005,1)}))),picture,says),drawWith(root,[],shown=>draw(shown,{panel,
rings,rows,says,start,steps,walk}))}function draw(shown,{panel,rings,rows,says,start,steps,walk}){let{hessian,path,flat,
steep}=shown,angle=.5*Math.atan2(2*hessian[0][1],hessian[0][0]-hessian[1][1]),[along,across]=[steep,flat];rings.forEach(
(ring,i)=>{ring.setAttribute("d",ellipse(panel,angle,Math.sqrt(2*LEVELS[i]/along),Math.sqrt(2*LEVELS[i]/across)))}),walk.
setAttribute("d",panel.path(path.map(p=>p[0]),path.map(p=>p[1]))),steps.replaceChildren(...path.slice(0,60).map(([x,y])=>svg(
"circle",{cx:clamp(panel.px(x),-500,1500),cy:clamp(panel.py(y),-500,1500),r:2.6,class:"fill orange"}))),setAttributes(start,
{x:panel.px(path[0][0])+7,y:panel.py(path[0][1])-7},[]);let counts=[formatNumber(steep),formatNumber(flat),formatNumber(
steep/flat),formatNumber(2/steep),shown.steps===null?"never":String(shown.steps),String(shown.fewest)];return rows.forEach(
(row,i)=>{row.textContent=counts[i]}),says.textContent=sentence(shown),{...Object.fromEntries(STATE.map(name=>[name,shown[name]])),
steps:shown.steps,steep,flat,fewest:shown.fewest,last:path.at(-1)}}function ellipse(panel,angle,a,b){let points=Array.from(
{length:97},(_,i)=>i*Math.PI/48).map(t=>[a*Math.cos(t)*Math.cos(angle)-b*Math.sin(t)*Math.sin(angle),a*Math.cos(t)*Math.
sin(angle)+b*Math.sin(t)*Math.cos(angle)]);return panel.path(points.map(p=>p[0]),points.map(p=>p[1]))}function table(){let labels=[
"largest curvature","smallest curvature","largest / smallest curvature","diverges above the learning rate","steps, with \
this learning rate","steps, with the best learning rate"];return svg("g",{},textAt(440,40,"loss around its minimum",{class:"\
title"}),...labels.flatMap((label,i)=>{let y=76+30*i+(i>3?14:0);return[textAt(440,y,label),textAt(760,y,"",{class:i>3?"v\
alue title":"value","text-anchor":"end"})]}),textAt(440,322,"From one ellipse to the next, the loss grows by a factor of\
 four.",{class:"quiet"}),textAt(440,340,"Dots: steps of gradient descent. Cross: the minimum.",{class:"quiet"}))}function sentence({
steps,steep,flat,learning_rate,fewest}){let ratio=steep/flat;return steps===null?`Gradient descent diverges: the learnin\
g rate ${formatNumber(learning_rate)} is larger than 2 / largest curvature = ${formatNumber(2/steep)}.`:ratio<1.05?`All \
curvatures are equal, so each step goes straight to the minimum. It needs ${steps} ${steps===1?"step":"steps"}${steps>fewest?
` (${fewest} with the best learning rate)`:""}.`:ratio<20?`The curvatures are different, but not very much. Gradient des\
cent needs ${steps} steps.`:`The curvatures are very different. The learning rate must be below ${formatNumber(2/steep)}\
, so gradient descent needs ${steps} steps.`}var ravine_default={render};export{ravine_default as default};
