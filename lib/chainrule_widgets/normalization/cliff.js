// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
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
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var STATE=["start","learning_rate","limit"],[LEFT,RIGHT]=[.3,1.3],loss=w=>(w**12-1)**2,slope=w=>24*(w**12-1)*w**11;function render({
model,el}){let root=createRoot(el,"Cliff"),{request,drawWith}=kernelState(model),panel=new Panel({x:44,y:12,width:560,height:250,
xs:[LEFT,RIGHT],ys:[-8,190]});panel.axes([.4,.6,.8,1,1.2],[0,50,100,150],"the weight w");let ws=Array.from({length:401},
(_,i)=>LEFT+(RIGHT-LEFT)*i/400),steps=svg("g");panel.inside.append(svg("path",{d:panel.path(ws,ws.map(loss)),class:"line\
 blue"}),steps);let best=svg("g",{},svg("path",{d:`M${panel.px(1)} ${panel.py(0)}v-46`,class:"hair"}),textAt(panel.px(1),
panel.py(0)-51,"minimum",{class:"quiet","text-anchor":"middle"})),move=w=>request({start:clamp(roundTo(w,.01),.5,1.25)}),
grip=handle("start",{low:.5,high:1.25,step:.01,get:()=>model.get("start"),put:move},svg("circle",{r:12,class:"ring"}),svg(
"circle",{r:7,class:"fill ink"})),gone=textAt(0,0,"",{class:"fill red halo","text-anchor":"end"}),surface=svg("g",{},svg(
"rect",{x:44,y:12,width:560,height:250,fill:"transparent",style:"cursor: ew-resize"}),panel.node,best,grip,gone),list=svg(
"g"),picture=svg("svg",{viewBox:"0 0 848 296"},surface,textAt(640,24,"weights and gradients",{class:"title"}),list);onDrag(
surface,picture,x=>move(LEFT+(x-44)/560*(RIGHT-LEFT)));let says=html("p",{class:"says",role:"status"});root.append(controlBar(
slider("learning rate",model,"learning_rate",{min:5e-4,max:.02,step:5e-4},request),slider("clip norm to",model,"limit",{
min:0,max:20,step:.5,text:v=>v?formatNumber(v):"off"},request)),picture,says),drawWith(root,[],shown=>draw(shown,{gone,grip,
list,panel,says,steps}))}function draw(shown,{gone,grip,list,panel,says,steps}){let{start,path,away,limit}=shown;grip.setAttribute(
"transform",`translate(${panel.px(start)} ${clamp(panel.py(loss(start)),12,262)})`),grip.show();let seen=path.filter(w=>w>
LEFT&&w<RIGHT);steps.replaceChildren(svg("path",{d:panel.path(seen,seen.map(loss)),class:"line thin orange dashed"}),...seen.
map(w=>svg("circle",{cx:panel.px(w),cy:clamp(panel.py(loss(w)),12,262),r:4,class:"fill orange"})));let out=path.findIndex(
w=>w<LEFT||w>RIGHT);return gone.textContent=out<0?"":`${path[out]<LEFT?"← ":""}step ${out}: w = ${formatNumber(path[out])}${path[out]<
LEFT?"":" →"}`,setAttributes(gone,{x:out>=0&&path[out]<LEFT?60:590,"text-anchor":out>=0&&path[out]<LEFT?"start":"end",
y:100},[]),list.replaceChildren(...path.slice(0,9).map((w,i)=>textAt(640,50+24*i,`${i}:  w = ${formatNumber(w,4)}, gradi\
ent ${formatNumber(slope(w))}`))),says.textContent=sentence(shown),{...Object.fromEntries(STATE.map(name=>[name,shown[name]])),
last:path.at(-1),steps:path.length-1,away,limit}}function sentence({start,path,away,limit,learning_rate}){if(away)return`\
At the start, the gradient is ${formatNumber(slope(start))}. Multiplied by the learning rate ${formatNumber(learning_rate)}\
, this is a step far outside the plot.`;let off=Math.abs(path.at(-1)-1);return start<.8&&off>.1?`The gradient at the sta\
rt is only ${formatNumber(slope(start),2)}. Clipping does not help against vanishing gradients.`:path.at(-1)<.8?`After ${path.
length-1} steps, w is ${formatNumber(path.at(-1))}, in the flat part. The gradient is only ${formatNumber(slope(path.at(
-1)),2)} there, so w hardly changes.`:limit&&off<learning_rate*limit?`With clipping, no step is longer than ${formatNumber(
learning_rate*limit,2)}. Gradient descent comes close to the minimum.`:limit?`With clipping, no step is longer than ${formatNumber(
learning_rate*limit,2)}. After ${path.length-1} steps, the distance from the minimum is ${formatNumber(off,2)}.`:off<.02?
"From this start, gradient descent converges without clipping.":`After ${path.length-1} steps, the distance from the min\
imum is still ${formatNumber(off,2)}.`}var cliff_default={render};export{cliff_default as default};
