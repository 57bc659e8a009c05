// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function onDrag(node,picture,move){let follow=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow(event),node.addEventListener("pointermove",follow)});for(let end of["pointerup",
"pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){let node=svg("g",{class:"handle",
...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?"vertical":"horizontal"},...{"a\
ria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",event=>{let by=STEPS[event.key],
end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();let next=end??get()+by*step*
(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{node.setAttribute("aria\
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var RENT=20;function render({model,el}){let root=createRoot(el,"Codes"),{request,drawWith}=kernelState(model),panel=new Panel(
{x:40,y:12,width:480,height:270,xs:[-.5,4.5],ys:[0,RENT]});panel.axes([0,1,2,3,4],[0,5,10,15,20],"");let towns=model.get(
"towns"),line=svg("path",{class:"line orange dashed"}),scene=svg("g"),move=(town,rent)=>request({rents:model.get("rents").
with(town,clamp(roundTo(rent,.5),0,RENT))}),knobs=towns.map((name,town)=>handle(`rent in ${name}`,{low:0,high:RENT,step:.5,
vertical:!0,get:()=>model.get("rents")[town],put:v=>move(town,v)},svg("circle",{r:12,class:"ring"}),svg("circle",{r:7,class:"\
fill ink"}))),picture=svg("svg",{viewBox:"0 0 848 320"},panel.node,line,scene);knobs.forEach((knob,town)=>{let zone=svg(
"g",{style:"cursor: ns-resize"},knob);onDrag(zone,picture,(_,y)=>move(town,(282-y)/270*RENT)),picture.append(zone)});let key=[
["rents: discs (drag)","ink"],["predicted from the number: dashed","orange"],["predicted from the one-hot row: squares",
"blue"]];picture.append(...key.map(([text,colour],i)=>textAt(560,34+26*i,text,{class:`fill ${colour}`})));let rows=svg("\
g");picture.append(textAt(560,136,"town, number and one-hot row",{class:"title"}),rows);let says=html("p",{class:"says",
role:"status"}),next=()=>{let[a,b]=[Math.floor(Math.random()*5),1+Math.floor(Math.random()*4)],order=[...model.get("orde\
r")],other=(a+b)%5;[order[a],order[other]]=[order[other],order[a]],request({order})},sorted=()=>request({order:[0,1,2,3,
4].sort((p,q)=>model.get("rents")[p]-model.get("rents")[q])});root.append(controlBar(button("swap two numbers",next),button(
"number by rent",sorted),button("by alphabet",()=>request({order:[0,1,2,3,4]}))),picture,says),drawWith(root,[],shown=>draw(
shown,{knobs,line,panel,rows,says,scene,towns}))}function draw(shown,{knobs,line,panel,rows,says,scene,towns}){let{rents,
order,by_number,by_row,errors}=shown;return line.setAttribute("d",panel.path([0,1,2,3,4],by_number)),scene.replaceChildren(
...order.flatMap((town,k)=>[textAt(panel.px(k),310,towns[town],{"text-anchor":"middle"}),svg("rect",{x:panel.px(k)-11,y:panel.
py(by_row[k])-11,width:22,height:22,class:"line blue"})])),knobs.forEach((knob,town)=>{knob.setAttribute("transform",`tr\
anslate(${panel.px(order.indexOf(town))} ${panel.py(rents[town])})`),knob.show()}),rows.replaceChildren(...order.map((town,k)=>textAt(
560,164+24*k,`${towns[town]}: ${k}, or ${[0,1,2,3,4].map(i=>i===k?1:0).join(" ")}`))),says.textContent=errors[0]<.05?"Wi\
th this numbering, the rents are on a straight line, so the numbers are enough. This is a rare case.":`From the numbers,\
 the neuron can only learn a straight line: mean squared error ${formatNumber(errors[0])}. From the one-hot rows, it lea\
rns one weight for each town: ${formatNumber(errors[1],1)}.`,{rents,order,by_number,by_row,errors}}var codes_default={render};export{codes_default as default};
