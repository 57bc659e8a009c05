// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Rare class"),{request,drawWith}=kernelState(model),panel=new Panel({
x:34,y:12,width:400,height:320,xs:[-2.5,2.5],ys:[-2,2]});panel.axes([-2,-1,0,1,2],[-2,-1,0,1,2],"first measurement"),panel.
node.append(textAt(panel.x+6,panel.y+14,"second measurement",{class:"quiet halo"}));let line=svg("path",{class:"line ink"}),
side=svg("path",{class:"wash",stroke:"none"});panel.inside.append(side,...model.get("points").map(([x,y,sick])=>{let[px,
py]=[panel.px(x),panel.py(y)];return sick?svg("path",{d:`M${px-4} ${py-4}l8 8m0 -8l-8 8`,class:"line red"}):svg("circle",
{cx:px,cy:py,r:3,class:"fill green","fill-opacity":.6})}),line);let cells=[[0,0],[0,1],[1,0],[1,1]].map(([r,c])=>textAt(
680+110*c,104+34*r,"",{"text-anchor":"end"})),metrics=[0,1,2].map(i=>textAt(480,216+28*i,"",{class:i===1?"title":""})),picture=svg(
"svg",{viewBox:"0 0 848 362"},panel.node,textAt(480,30,"2000 new patients",{class:"title"}),textAt(680,70,"predicted hea\
lthy",{class:"quiet","text-anchor":"end"}),textAt(790,70,"predicted ill",{class:"quiet","text-anchor":"end"}),textAt(480,
104,"1900 healthy (dots)"),textAt(480,138,"100 ill (crosses)"),...cells,...metrics),says=html("p",{class:"says",role:"st\
atus"}),preset=(name,weight)=>button(name,()=>request({weight}));root.append(controlBar(slider("weight of ill patients",
model,"weight",{min:1,max:60,step:.5,text:v=>`${formatNumber(v)} ×`},request),preset("equal: 1",1),preset("balanced: 19",
19)),picture,says),drawWith(root,[],shown=>draw(shown,{cells,line,metrics,panel,says,side}))}function draw({weight,line:[
w1,w2,b],table},{cells,line,metrics,panel,says,side}){let at=y=>-(b+w2*y)/w1;line.setAttribute("d",panel.path([at(-2),at(
2)],[-2,2])),side.setAttribute("d",`${panel.path([at(-2),at(2),9,9],[-2,2,2,-2])}Z`);let[[healthy,alarms],[missed,found]]=table;
[healthy,alarms,missed,found].forEach((count,i)=>{cells[i].textContent=String(count)});let[accuracy,recall,precision]=[(healthy+
found)/2e3,found/100,found/Math.max(found+alarms,1)];return metrics[0].textContent=`accuracy ${formatNumber(100*accuracy)}\
 %`,metrics[1].textContent=`recall ${formatNumber(100*recall)} % (of the ill patients)`,metrics[2].textContent=`precisio\
n ${formatNumber(100*precision)} % (of the predictions "ill")`,says.textContent=recall<.6?`The accuracy is ${formatNumber(
100*accuracy)} %, but ${missed} of 100 ill patients are not found. The prediction "healthy" for everybody has an accurac\
y of 95 %.`:weight>30?`${found} of 100 ill patients are found, but ${alarms} healthy people are predicted as ill. Only y\
ou can decide which mistake is worse.`:`The decision boundary has moved towards the healthy people. ${found} of 100 ill \
patients are found, and ${alarms} healthy people are predicted as ill.`,{weight,line:[w1,w2,b],table,accuracy,recall}}var rare_class_default={
render};export{rare_class_default as default};
