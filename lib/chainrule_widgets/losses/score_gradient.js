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
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names2,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names2)model.on(`change:${name}`,soon);return now(),
soon}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer,buffers)=>{answer.
view===view&&(open-=1,answer.id>received&&!answer.lost&&(received=answer.id,receive(answer,buffers)),waiting&&send())}),
state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function kernelState(model,decode=answer=>answer,more=()=>({})){let first=model.get("first_answer"),names2=Object.keys(first.
state),state=()=>Object.fromEntries(names2.map(name=>[name,model.get(name)])),requested=JSON.stringify(first.state),latest=decode(
first.answer,...first.arrays),redraw=()=>{},saving=!1,save=saveDebounced(model),send=requestLatest(model,(answer,arrays)=>{
latest=decode(answer,...arrays),redraw()}),refresh=()=>{requested=JSON.stringify(state()),send({...state(),...more()})},
followModel=()=>{!saving&&JSON.stringify(state())!==requested&&refresh()};return model.on("change",followModel),followModel(),
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw2)=>{redraw=
drawOnChange(root,model,others,()=>draw2(latest))}}}var[BASE,HALF,REACH]=[152,100,6];function render({model,el}){let root=createRoot(el,"Softmax and cross-entropy"),{request,
save,latest,drawWith}=kernelState(model),labels=model.get("labels"),pitch=Math.min(78,225/labels.length),wide=pitch*.55,
at=(panel,i)=>[46,340,632][panel]+i*pitch,move=(i,score)=>request({scores:model.get("scores").map((old,j)=>i===j?clamp(roundTo(
score,.1),-REACH,REACH):old)}),scene=svg("g"),knobs=labels.map((label,i)=>handle(`score of ${label}`,{low:-REACH,high:REACH,
step:.1,vertical:!0,get:()=>model.get("scores")[i],put:v=>move(i,v)},svg("rect",{x:-5,y:-10,width:wide+10,height:20,rx:4,
class:"ring"}),svg("rect",{y:-4,width:wide,height:8,rx:3,class:"fill blue"}))),zones=knobs.map((knob,i)=>svg("g",{style:"\
cursor: ns-resize"},svg("rect",{x:at(0,i)-6,y:BASE-HALF-10,width:wide+12,height:2*HALF+20,fill:"transparent"}),knob)),picture=svg(
"svg",{viewBox:"0 0 848 316"},scene,...zones);zones.forEach((zone,i)=>{onDrag(zone,picture,(_,y)=>move(i,(BASE-y)/HALF*REACH))});
let truth=html("select",{"aria-label":"target class",change:()=>request({target:truth.selectedIndex})},...labels.map(label=>html(
"option",{},label))),step=()=>{let{scores,gradient}=latest();request({scores:scores.map((score,i)=>clamp(score-model.get(
"learning_rate")*gradient[i],-REACH,REACH))})},says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(
html("label",{},"target class",truth),button("one step",step),slider("learning rate",model,"learning_rate",{min:.1,max:5,
step:.1},save),slider("label_smoothing",model,"label_smoothing",{min:0,max:.5,step:.01},request)),picture,says),drawWith(
root,["learning_rate"],shown=>draw(shown,{at,knobs,labels,model,says,scene,truth,wide}))}function draw({scores,target,label_smoothing,
probabilities,wanted,loss,gradient},{at,knobs,labels,model,says,scene,truth,wide}){truth.selectedIndex=target;let rate=model.
get("learning_rate");return scene.replaceChildren(...titles(loss),...names(labels,target,at,wide),svg("path",{d:`M36 ${BASE}\
h230M330 262h230M622 ${BASE}h215`,class:"hair"}),...scores.flatMap((score,i)=>scoreBar(score,gradient[i],rate,at(0,i),wide)),
...probabilities.flatMap((p,i)=>shareBar(p,wanted[i],at(1,i),wide)),...gradient.flatMap((slope,i)=>slopeBar(slope,at(2,i),
wide))),knobs.forEach((knob,i)=>{knob.setAttribute("transform",`translate(${at(0,i)} ${BASE-scores[i]/REACH*HALF})`),knob.
show()}),says.replaceChildren(...sentence(labels[target],probabilities[target],wanted[target],loss,gradient,label_smoothing)),
{scores,target,label_smoothing,learning_rate:rate,probabilities,wanted,loss,gradient,says:says.textContent}}var titles=loss=>[
textAt(20,16,"scores z: drag them",{class:"title"}),textAt(320,16,`softmax(z) against y: loss ${formatNumber(loss,4)}`,{
class:"title"}),textAt(612,16,"gradient = softmax(z) − y",{class:"title"})],names=(labels,target,at,wide)=>[0,1,2].flatMap(
panel=>labels.map((label,i)=>textAt(at(panel,i)+wide/2,290,i===target?`▲ ${label}`:label,{class:i===target?"title":"qu\
iet","text-anchor":"middle"})));function scoreBar(score,slope,rate,x,wide){let y=BASE-score/REACH*HALF,to=BASE-clamp(score-
rate*slope,-REACH,REACH)/REACH*HALF,middle=x+wide+7,tip=Math.sign(to-y),arrow=Math.abs(to-y)<1.5?[]:[svg("path",{d:`M${middle}\
 ${y}V${to}`,class:"line orange",style:"stroke-width: 3"}),svg("path",{d:`M${middle-5} ${to}h10l-5 ${8*tip}z`,class:"fil\
l orange"})];return[svg("rect",{x,y:Math.min(y,BASE),width:wide,height:Math.abs(y-BASE),rx:2,class:"fill blue",style:"fi\
ll-opacity: 0.55"}),...arrow,textAt(x+wide/2,score<0?y+22:y-12,formatNumber(score),{"text-anchor":"middle",class:"halo"})]}
function shareBar(p,wanted,x,wide){let[tall,floor]=[218,262];return[svg("rect",{x,y:floor-tall*p,width:wide,height:tall*
p,rx:2,class:"fill blue"}),svg("rect",{x:x-4,y:floor-tall*wanted,width:wide+8,height:tall*wanted,class:"line thin dashed\
 ink"}),textAt(x+wide/2,floor-tall*Math.max(p,0)-6,formatNumber(p),{"text-anchor":"middle",class:"halo"})]}function slopeBar(slope,x,wide){
let tall=slope*108;return[svg("rect",{x,y:tall>0?BASE-tall:BASE,width:wide,height:Math.abs(tall),rx:2,class:`fill ${slope>
0?"red":"green"}`}),textAt(x+wide/2,tall>0?BASE-tall-6:BASE-tall+15,`${slope>0?"+":""}${formatNumber(slope)}`,{"text-anc\
hor":"middle"})]}function sentence(truth,p,wanted,loss,gradient,smoothing){let title=html("b",{},`The target class, ${truth}\
, has the probability ${formatNumber(100*p)} %. `);return Math.max(...gradient.map(Math.abs))<.02?[title,"The prediction\
 is almost the target, so the gradient is almost 0."]:smoothing>0&&p>wanted?[title,`The smoothed target is only ${formatNumber(
100*wanted)} %, so a step makes its score smaller: label smoothing prevents predictions that are too confident.`]:[title,
`Loss −log ${formatNumber(p)}${smoothing>0?", smoothed,":""} = ${formatNumber(loss)}. A step increases its score and d\
ecreases all others, each in proportion to its probability. The sum of the gradient is 0.`]}var score_gradient_default={
render};export{score_gradient_default as default};
