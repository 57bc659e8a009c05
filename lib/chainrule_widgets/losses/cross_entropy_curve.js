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
end"})),this.frame.replaceChildren(lines)}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Cross-entropy curve"),{request,drawWith}=kernelState(model,(said,curves)=>({
...said,curves:toNumbers(curves)})),name=model.get("name"),layers=svg("g"),move=at=>request(model.get("from_logits")?{z:clamp(
roundTo(at,.05),-12,12)}:{p:clamp(roundTo(at,.005),0,1)}),here=()=>model.get(model.get("from_logits")?"z":"p"),grip=handle(
"prediction",{low:-12,high:12,step:.01,get:here,put:v=>move(model.get("from_logits")?here()+10*(v-here()):v)},svg("circl\
e",{r:12,class:"ring"}),svg("circle",{r:6.5,class:"fill ink"})),surface=svg("g",{style:"cursor: ew-resize"},svg("rect",{
x:46,y:14,width:460,height:280,fill:"transparent"}),layers,grip),side=svg("g"),picture=svg("svg",{viewBox:"0 0 848 332"},
surface,side),reach=()=>model.get("from_logits")?[-12,12]:[0,1];onDrag(surface,picture,x=>{let[low,high]=reach();move(low+
(x-46)/460*(high-low))});let says=html("p",{class:"says","aria-live":"polite"}),which=html("select",{"aria-label":"targe\
t y",change:()=>request({y:Number(which.value)})},html("option",{},"1"),html("option",{},"0")),logits=html("input",{type:"\
checkbox","aria-label":"from_logits",change:()=>{let p=clamp(model.get("p"),1e-5,.99999),z=model.get("z");request(logits.
checked?{from_logits:!0,z:clamp(roundTo(Math.log(p/(1-p)),.05),-12,12)}:{from_logits:!1,p:clamp(roundTo(1/(1+Math.exp(-z)),
.005),0,1)})}});root.append(controlBar(html("label",{},"target y",which),html("label",{},logits,html("code",{},"from_log\
its")),slider("label_smoothing",model,"label_smoothing",{min:0,max:.5,step:.01},request)),picture,says),drawWith(root,[],
shown=>draw(shown,{grip,layers,logits,name,says,side,which}))}function draw(shown,{grip,layers,logits,name,says,side,which}){
let{y,at,value,slope,target,from_logits,label_smoothing,trouble,yours,curves:all}=shown,rows=Array.from({length:all.length/
201},(_,i)=>[...all.subarray(201*i,201*(i+1))]),[places,no,yes,...mine]=rows;which.value=String(y),logits.checked=from_logits;
let low=mine.length?-5:0,panel=new Panel({x:46,y:14,width:460,height:280,xs:from_logits?[-12,12]:[0,1],ys:[low-.2,from_logits?
12:7]});panel.axes(from_logits?[-12,-8,-4,0,4,8,12]:[0,.25,.5,.75,1],ticks(low,from_logits?12:7,6),from_logits?"logit z,\
 with p = σ(z)":"prediction p");let line=(ys,kind)=>svg("path",{d:panel.path(places,ys),class:kind}),wide=from_logits?3:
.16;panel.inside.append(line(y?no:yes,`line ${y?"dashed orange":"blue"}`),line(y?yes:no,`line ${y?"blue":"dashed orange"}`),
...mine.map((ys,i)=>setAttributes(line(ys,"line dotted red"),{"stroke-opacity":i===y?1:.35},[])),svg("path",{d:panel.path(
[at-wide,at+wide],[value-slope*wide,value+slope*wide]),class:"line thin ink"}),svg("path",{d:`M${panel.px(at)} 14v280`,class:"\
hair"}));let up=value>panel.ys[1];return layers.replaceChildren(panel.node,...up?[textAt(clamp(panel.px(at)+8,60,360),30,
`↑ ${formatNumber(value)} is above the plot`,{class:"halo"})]:[]),grip.setAttribute("transform",`translate(${panel.px(
at)} ${clamp(panel.py(value),14,294)})`),setAttributes(grip,{"aria-valuemin":panel.xs[0],"aria-valuemax":panel.xs[1]},[]),
grip.show(),side.replaceChildren(...legend(name,mine.length),...numbers(shown)),says.replaceChildren(...sentence(shown,name)),
{y,at,value,slope,target,from_logits,label_smoothing,trouble,yours:yours??null,curves:rows.length,heights:[0,50,100,150,
200].map(i=>[places[i],no[i],yes[i]]),says:says.textContent}}var legend=(name,mine)=>[svg("path",{d:"M548 30h34",class:"\
line blue"}),textAt(592,34,"y = 1: −log p",{}),svg("path",{d:"M548 54h34",class:"line dashed orange"}),textAt(592,58,"\
y = 0: −log(1 − p)",{}),...mine?[svg("path",{d:"M548 78h34",class:"line dotted red"}),textAt(592,82,`${name}, yours`,
{})]:[]];function numbers({at,value,slope,target,from_logits,yours}){return[[from_logits?"z":"p",at],["the target after \
smoothing",target],["loss",value],[from_logits?"derivative ∂L/∂z":"derivative ∂L/∂p",slope],...yours===void 0?[]:
[["your loss",yours]]].flatMap(([label,number],i)=>[textAt(548,128+26*i,label,{class:"quiet"}),textAt(830,128+26*i,number===
null?"NaN":formatNumber(number,4),{"text-anchor":"end",class:label==="loss"?"title":""})])}function sentence({y,at,value,
slope,from_logits,label_smoothing,trouble,yours},name){if(trouble)return[html("b",{},"✗ "),trouble];if(yours===null)return[
html("b",{},`✗ ${name} returns NaN here. `),"log 0 is −∞, and 0 · −∞ is NaN. The library first clips p to the range fr\
om 1e-7 to 1 − 1e-7."];if(yours!==void 0&&Math.abs(yours-value)>.001)return[html("b",{},`✗ ${name} returns ${formatNumber(
yours)}; the library returns ${formatNumber(value)}. `),yours<0?"The loss is negative, and a worse prediction has a lowe\
r loss. A network would learn the opposite.":"Drag the point to see where they differ."];if(yours!==void 0)return[html("\
b",{},"✓ "),`Here ${name} and the library agree. Try the other target, too.`];let p=from_logits?1/(1+Math.exp(-at)):at,
right=y?p:1-p;return label_smoothing>0&&right>1-label_smoothing/2?[html("b",{},"Too confident. "),`The smoothed target i\
s ${formatNumber(y?1-label_smoothing/2:label_smoothing/2)}, so from here on, the loss grows again.`]:from_logits?[html("\
b",{},`Derivative σ(z) − y = ${formatNumber(slope)}. `),Math.abs(slope)>.9?"The prediction is confident and wrong, so\
 the derivative is large. It is never larger than 1, and there is no division by 0.":"As a function of z, the loss is al\
most a straight line where the prediction is wrong, and flat where it is right."]:right<=1e-7?[html("b",{},"Cut. "),"Her\
e p is clipped to 1e-7 or 1 − 1e-7. So the loss is 16.1 and not infinite, and the derivative is 0."]:right<.1?[html("b",
{},"Confident and wrong. "),`The right answer has the probability ${formatNumber(100*right)} %, and the loss is ${formatNumber(
value)}. With half this probability, the loss is larger by ${formatNumber(Math.log(2))}.`]:right>.9?[html("b",{},"Confid\
ent and right. "),"The loss is small and almost flat, so there is little left to learn."]:[html("b",{},`The right answer\
 has the probability ${formatNumber(100*right)} %. `),`The loss is −log ${formatNumber(right)} = ${formatNumber(value)}\
, with the natural logarithm.`]}var cross_entropy_curve_default={render};export{cross_entropy_curve_default as default};
