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
drawOnChange(root,model,others,()=>draw2(latest))}}}var LOOK={sorted:"orange dashed",shuffled:"blue","x without y":"red dotted"};function render({model,el}){let root=createRoot(
el,"Orders of the examples"),{request,drawWith}=kernelState(model),scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 36\
6"},scene),says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(slider("batch size",model,"batch_si\
ze",{min:4,max:96,step:4},request),slider("learning rate",model,"learning_rate",{min:.1,max:4,step:.1},request),button("\
shuffle again",()=>request({seed:model.get("seed")+1}))),picture,says),drawWith(root,[],shown=>draw(shown,{says,scene}))}
function draw(shown,{says,scene}){let{losses,classes,batch_size:size,epochs}=shown,orders=Object.keys(losses),highest=Math.
max(...Object.values(losses).flat()),panel=new Panel({x:44,y:156,width:670,height:170,xs:[0,epochs],ys:[0,Math.max(.8,1.05*
Math.min(highest,5))]});panel.axes(Array.from({length:epochs+1},(_,i)=>i),panel.yTicks(4),"epochs");let strips=orders.flatMap(
(order,i)=>strip(order,classes[order],size,22+i*36)),ends=orders.map(order=>({y:panel.py(losses[order].at(-1)),order})).
sort((a,b)=>a.y-b.y),last=-1/0,tags=ends.map(({y,order})=>(last=Math.max(clamp(y,156,326)+4,last+15),textAt(722,last,`${order}\
 ${formatNumber(losses[order].at(-1))}`,{class:`fill ${LOOK[order].split(" ")[0]}`})));for(let order of[...orders].reverse()){
let line=losses[order],places=line.map((_,i)=>i*epochs/(line.length-1));panel.inside.append(svg("path",{d:panel.path(places,
line),class:`line ${LOOK[order]}`}))}return scene.replaceChildren(...strips,textAt(44,146,"loss over all 96 examples, af\
ter each step",{class:"title"}),panel.node,...tags),says.replaceChildren(...sentence(shown)),{batch_size:size,learning_rate:shown.
learning_rate,seed:shown.seed,ends:Object.fromEntries(orders.map(o=>[o,losses[o].at(-1)])),steps:losses.sorted.length-1,
says:says.textContent}}function strip(order,classes,size,y){let gaps=Math.ceil(classes.length/size)-1,gap=Math.min(6,120/
Math.max(gaps,1)),pitch=(715-gaps*gap)/classes.length,nodes=[textAt(130,y+9,order,{"text-anchor":"end",class:`fill ${LOOK[order].
split(" ")[0]}`})];return classes.forEach((kind,i)=>{let x=140+(i*pitch+Math.floor(i/size)*gap)*.9790209790209791;nodes.
push(svg("rect",{x,y:kind?y-6:y+8,width:pitch*.72,height:kind?20:6,class:kind?"fill green":"fill ink","fill-opacity":kind?
1:.55}))}),order==="sorted"?[textAt(44,8,"targets of the first epoch, batch by batch: tall = class 1, short = class 0",{
class:"title"}),...nodes]:nodes}function sentence({losses,batch_size:size,classes}){let[sorted,shuffled]=[losses.sorted,
losses.shuffled];if(size>=classes.sorted.length)return[html("b",{},"One batch. "),"The sum is the same for sorted and fo\
r shuffled examples, so the order makes no difference. Wrong targets still do."];let swing=line=>{let tail=line.slice(-Math.
ceil((line.length-1)/5)-1);return Math.max(...tail)-Math.min(...tail)};return[html("b",{},"Order matters. "),`With sorte\
d data, each batch contains only one class. Within the last epoch, the loss changes by ${formatNumber(swing(sorted),2)};\
 with shuffled data, by ${formatNumber(swing(shuffled),2)}. If x is shuffled but y is not, there is nothing to learn: th\
e loss ends at ${formatNumber(losses["x without y"].at(-1))}, and guessing gives ln 2 ≈ 0.693.`]}var orders_default={render};export{orders_default as default};
