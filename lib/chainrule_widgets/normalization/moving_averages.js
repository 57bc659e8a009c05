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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Moving averages"),{request,drawWith}=kernelState(model),panel=new Panel(
{x:34,y:30,width:420,height:230,xs:[0,500],ys:[0,6]});panel.axes([0,100,200,300,400,500],[0,1,2,3,4,5,6],"batches seen");
let truth=svg("path",{d:`M34 ${panel.py(4)}h420`,class:"line thin ink dotted"}),[mean,variance]=[svg("path",{class:"line\
 blue"}),svg("path",{class:"line orange dashed"})],cursor=svg("path",{class:"line thin ink"});panel.inside.append(truth,
mean,variance,cursor);let move=k=>request({batches:clamp(Math.round(k),0,500)}),grip=handle("batches seen",{low:0,high:500,
step:1,get:()=>model.get("batches"),put:move},svg("circle",{r:11,class:"ring"}),svg("circle",{r:6,class:"fill ink"})),surface=svg(
"g",{},svg("rect",{x:34,y:30,width:420,height:230,fill:"transparent",style:"cursor: ew-resize"}),panel.node,grip),rows=[
["training: normalized with its own μ and σ²",84,"disc","green"],["inference: normalized with the averages",188,"squa\
re","red"]],scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 300"},surface,textAt(34,16,"moving mean (solid), moving v\
ariance (dashed), right value (dotted)",{class:"title"}),scene);onDrag(surface,picture,x=>move((x-34)/420*500));let says=html(
"p",{class:"says",role:"status"});root.append(controlBar(slider("momentum",model,"momentum",{min:.5,max:.999,step:.001},
request)),picture,says);let strip=(values,[title,y,,colour])=>{let at=v=>500+(clamp(v,-3,9)+3)/12*330;return svg("g",{},
textAt(500,y-26,title,{class:"title"}),svg("path",{d:`M500 ${y}h330M${at(0)} ${y-14}v28`,class:"hair"}),...[-3,0,3,6,9].
map(v=>textAt(at(v),y+28,formatNumber(v),{class:"quiet","text-anchor":"middle"})),...values.map(v=>colour==="green"?svg(
"circle",{cx:at(v),cy:y,r:4,class:"fill green","fill-opacity":.7}):svg("rect",{x:at(v)-4,y:y-4,width:8,height:8,class:"f\
ill red","fill-opacity":.7})))};drawWith(root,[],shown=>draw(shown,{cursor,grip,mean,panel,rows,says,scene,strip,variance}))}
function draw(shown,{cursor,grip,mean,panel,rows,says,scene,strip,variance}){let{momentum,batches,means,variances}=shown,
steps=means.map((_,i)=>i);return mean.setAttribute("d",panel.path(steps,means)),variance.setAttribute("d",panel.path(steps,
variances)),cursor.setAttribute("d",`M${panel.px(batches)} 30v230`),grip.setAttribute("transform",`translate(${panel.px(
batches)} ${panel.py(clamp(means[batches],0,6))})`),grip.show(),scene.replaceChildren(strip(shown.training,rows[0]),strip(
shown.inference,rows[1])),says.textContent=sentence(shown),{momentum,batches,mean:means[batches],variance:variances[batches],
arrived:shown.arrived,training:shown.training,inference:shown.inference}}function sentence({momentum,batches,arrived,means}){
let way=`After ${batches} batches, the moving mean is ${formatNumber(means[batches])}. The influence of its initial valu\
e is ${formatNumber(momentum)}${superscript2(batches)} = ${formatNumber(momentum**batches,2)}.`;return arrived<.9?`${way}\
 The moving averages are not right yet, so training and inference differ.`:momentum<.8?`${way} The moving averages depen\
d on the last few batches only, so they change a lot.`:`${way} Training and inference almost agree.`}var superscript2=n=>[
...String(n)].map(c=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join(""),moving_averages_default={render};export{moving_averages_default as default};
