// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){let node=svg("g",{class:"handle",
...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?"vertical":"horizontal"},...{"a\
ria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",event=>{let by=STEPS[event.key],
end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();let next=end??get()+by*step*
(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{node.setAttribute("aria\
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[LEFT,TOP,SIDE,UNIT]=[34,8,380,38];function render({model,el}){let root=createRoot(el,"Errors as bars and squares"),{
request,save,latest,drawWith}=kernelState(model),x=model.get("x"),panel=new Panel({x:LEFT,y:TOP,width:SIDE,height:SIDE,xs:[
0,10],ys:[0,10]});panel.axes([0,2,4,6,8,10],[0,2,4,6,8,10],"x");let[errors,fits,right]=[svg("g"),svg("g"),svg("g")],own=svg(
"path",{class:"line ink"});panel.inside.append(errors,fits,own);let raise=(i,value2)=>request({y:model.get("y").map((old,j)=>i===
j?clamp(roundTo(value2,.1),0,10):old)}),turn=(i,value2)=>request({ends:model.get("ends").map((old,j)=>i===j?clamp(roundTo(
value2,.1),0,10):old)}),dots=x.map((_,i)=>handle(`y of point ${i+1}`,{low:0,high:10,step:.1,vertical:!0,get:()=>model.get(
"y")[i],put:v=>raise(i,v)},svg("circle",{r:11,class:"ring"}),svg("circle",{r:6,class:"fill ink"}))),grips=["left","right"].
map((name,i)=>handle(`${name} end of the line`,{low:0,high:10,step:.1,vertical:!0,get:()=>model.get("ends")[i],put:v=>turn(
i,v)},svg("circle",{r:13,class:"ring"}),svg("rect",{x:-6,y:-6,width:12,height:12,rx:2,class:"fill blue"}))),picture=svg(
"svg",{viewBox:"0 0 848 414"},panel.node,...dots,...grips,right),value=y=>10*(TOP+SIDE-y)/SIDE;dots.forEach((dot,i)=>{onDrag(
dot,picture,(_,y)=>raise(i,value(y)))}),grips.forEach((grip,i)=>{onDrag(grip,picture,(_,y)=>turn(i,value(y)))});let box=html(
"input",{type:"checkbox","aria-label":"show the best lines",change:()=>save({best:box.checked})}),says=html("p",{class:"\
says","aria-live":"polite"}),jump=loss=>button(`move the line to the smallest ${loss.toUpperCase()}`,()=>request({ends:latest().
fitted[loss].map(end=>clamp(roundTo(end,.01),0,10))}));root.append(controlBar(select("loss",model,"loss",save),html("lab\
el",{},box,"show the best lines"),jump("mse"),jump("mae")),picture,says),drawWith(root,["loss","best"],shown=>draw(shown,
{box,dots,errors,fits,grips,model,own,panel,right,says,x}))}function draw(shown,{box,dots,errors,fits,grips,model,own,panel,
right,says,x}){let[loss,best]=[model.get("loss"),model.get("best")],{y,ends,heights,losses,fitted,least}=shown;box.checked=
best,own.setAttribute("d",panel.path([0,10],ends)),errors.replaceChildren(...x.map((at,i)=>(loss==="mse"?square:bar)(panel,
at,y[i],heights[i]))),fits.replaceChildren(...best?[svg("path",{d:panel.path([0,10],fitted.mse),class:"line wide blue"}),
svg("path",{d:panel.path([0,10],fitted.mae),class:"line dashed orange"})]:[]),dots.forEach((dot,i)=>{dot.setAttribute("t\
ransform",`translate(${panel.px(x[i])} ${panel.py(y[i])})`),dot.show()}),grips.forEach((grip,i)=>{grip.setAttribute("tra\
nsform",`translate(${panel.px(10*i)} ${panel.py(ends[i])})`),grip.show()});let each=shown[`${loss}_each`];return right.replaceChildren(
...shares(each,losses[loss],loss),...mean(losses[loss],loss),...best?legend(least):[]),says.replaceChildren(...sentence(
each,losses,loss,least)),{loss,best,y,ends,heights,losses,fitted,least,each,says:says.textContent}}function square(panel,x,y,height){
let side=Math.abs(y-height),left=x+side>10?x-side:x;return svg("rect",{x:panel.px(left),y:panel.py(Math.max(y,height)),width:side*
UNIT,height:side*UNIT,class:"line thin blue",style:"fill: var(--blue); fill-opacity: 0.16"})}function bar(panel,x,y,height){
let side=Math.abs(y-height);return svg("rect",{x:panel.px(x)-4,y:panel.py(Math.max(y,height)),width:8,height:side*UNIT,class:"\
line thin orange",style:"fill: var(--orange); fill-opacity: 0.35"})}function shares(each,whole,loss){let colour=loss==="\
mse"?"blue":"orange",most=Math.max(...each,1e-9),pitch=Math.min(22,190/each.length);return[textAt(470,20,`${loss==="mse"?
"squared":"absolute"} error of each point, and its part of the sum`,{class:"title"}),...each.flatMap((value,i)=>{let y=34+
i*pitch;return[textAt(482,y+11,String(i+1),{class:"quiet","text-anchor":"end"}),svg("rect",{x:490,y,width:190*value/most,
height:pitch-6,rx:2,class:`fill ${colour}`}),textAt(496+190*value/most,y+11,`${formatNumber(value)}${whole>0?` (${Math.round(
100*value/each.length/whole)} %)`:""}`,{})]})]}function mean(whole,loss){let side=Math.min(loss==="mse"?Math.sqrt(whole)*
UNIT:whole*UNIT,150),shape=loss==="mse"?svg("rect",{x:490,y:246,width:side,height:side,class:"line blue",style:"fill: va\
r(--blue); fill-opacity: 0.16"}):svg("rect",{x:490,y:246,width:12,height:side,class:"line orange",style:"fill: var(--ora\
nge); fill-opacity: 0.35"});return[textAt(470,236,`${loss.toUpperCase()} = ${formatNumber(whole,4)}: the average ${loss===
"mse"?"square":"bar"}, same scale`,{class:"title"}),shape]}function legend(least){let row=(at,kind,text)=>[svg("path",{d:`\
M640 ${at}h34`,class:kind}),textAt(682,at+4,text,{})];return[...row(296,"line ink","your line"),...row(322,"line wide bl\
ue",`least MSE: ${formatNumber(least.mse)}`),...row(348,"line dashed orange",`least MAE: ${formatNumber(least.mae)}`)]}function sentence(each,losses,loss,least){
let total=each.reduce((a,b)=>a+b),worst=each.indexOf(Math.max(...each)),share=total?Math.round(100*each[worst]/total):0,
title=html("b",{},`${loss.toUpperCase()} = ${formatNumber(losses[loss],4)}. `);if(losses[loss]<=least[loss]*1.001+1e-6)return[
title,`No line has a smaller loss. Point ${worst+1} contributes ${share} % of the sum.`];let why=loss==="mse"?"at twice \
the distance, the square is four times as large":"at twice the distance, the bar is twice as long";return[title,`Point ${worst+
1} contributes ${share} % of the sum: ${why}. The smallest possible loss is ${formatNumber(least[loss])}.`]}var error_areas_default={
render};export{error_areas_default as default};
