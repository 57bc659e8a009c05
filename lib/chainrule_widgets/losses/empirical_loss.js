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
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[FROM,WIDE,PITCH,TOP]=[130,230,42,44];function render({model,el}){let root=createRoot(el,"Empirical loss"),{request,drawWith}=kernelState(
model),[targets,labels]=[model.get("targets"),model.get("labels")],high=TOP+targets.length*PITCH+34,place=p=>FROM+p*WIDE,
move=(i,p)=>request({predictions:model.get("predictions").map((old,j)=>i===j?clamp(roundTo(p,.01),0,1):old)}),knobs=targets.
map((_,i)=>handle(`prediction for ${labels[i]}`,{low:0,high:1,step:.01,get:()=>model.get("predictions")[i],put:p=>move(i,
p)},svg("circle",{r:12,class:"ring"}),svg("circle",{r:7,class:"fill blue"}))),[back,bars]=[svg("g"),svg("g")],zones=knobs.
map((knob,i)=>svg("g",{style:"cursor: ew-resize"},svg("rect",{x:FROM-14,y:TOP+i*PITCH,width:WIDE+28,height:PITCH-6,fill:"\
transparent"}),knob)),picture=svg("svg",{viewBox:`0 0 848 ${high}`},back,bars,...zones);zones.forEach((zone,i)=>{onDrag(
zone,picture,x=>move(i,(x-FROM)/WIDE))});let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(select(
"loss",model,"loss",request),select("reduction",model,"reduction",request)),picture,says);let middle=i=>TOP+i*PITCH+(PITCH-
6)/2;back.append(textAt(FROM,18,"prediction, to be dragged",{class:"title"}),textAt(430,18,"loss of the example",{class:"\
title"}),textAt(700,18,"all together",{class:"title"}),textAt(FROM,34,"0",{class:"quiet","text-anchor":"middle"}),textAt(
FROM+WIDE,34,"1",{class:"quiet","text-anchor":"middle"}),...targets.flatMap((y,i)=>[textAt(FROM-22,middle(i)+4,labels[i],
{"text-anchor":"end"}),svg("path",{d:`M${FROM} ${middle(i)}h${WIDE}`,class:"hair"}),svg("path",{d:`M${place(y)} ${middle(
i)-11}v22`,class:"line green",style:"stroke-width: 3"}),textAt(place(y)+(y?9:-9),middle(i)+4,`y = ${y}`,{class:"quiet","\
text-anchor":y?"start":"end",visibility:y?"visible":"hidden"})])),drawWith(root,[],shown=>draw(shown,{bars,high,knobs,labels,
middle,place,says,targets}))}function draw({predictions,each,whole,mean,loss,reduction},{bars,high,knobs,labels,middle,place,
says,targets}){let most=Math.max(...each,1e-9),total=each.reduce((a,b)=>a+b)||1;knobs.forEach((knob,i)=>{knob.setAttribute(
"transform",`translate(${place(predictions[i])} ${middle(i)})`),knob.show()});let tall=targets.length*PITCH-6,top=TOP;return bars.
replaceChildren(...each.flatMap((value,i)=>{let part=tall*value/total,stack=svg("rect",{x:700,y:top+.5,width:46,height:Math.
max(part-1,0),class:`fill ${i%2?"orange":"blue"}`}),name=part>13?[textAt(754,top+part/2+4,`${labels[i]}: ${Math.round(100*
value/total)} %`,{})]:[];return top+=part,[svg("path",{d:`M${place(targets[i])} ${middle(i)}H${place(predictions[i])}`,class:`\
line ${i%2?"orange":"blue"}`}),svg("rect",{x:430,y:middle(i)-9,width:180*value/most,height:18,rx:2,class:`fill ${i%2?"or\
ange":"blue"}`}),textAt(436+180*value/most,middle(i)+4,formatNumber(value),{}),stack,...name]}),textAt(700,high-8,reduction===
"none"?"not reduced":`J = ${formatNumber(whole[0],4)}`,{class:"title"}),textAt(430,high-8,{sum_over_batch_size:`(${each.
map(v=>formatNumber(v,2)).join(" + ")}) / ${each.length}`,sum:each.map(v=>formatNumber(v,2)).join(" + "),none:"one numbe\
r for each example"}[reduction],{class:"quiet"})),says.replaceChildren(...sentence(each,total,mean,whole,reduction,loss,
labels)),{predictions,loss,reduction,each,whole,mean,says:says.textContent}}function sentence(each,total,mean,whole,reduction,loss,labels){
let worst=each.indexOf(Math.max(...each)),share=Math.round(100*each[worst]/total),title={sum_over_batch_size:`J = ${formatNumber(
mean,4)} (the average). `,sum:`J = ${formatNumber(whole[0],4)} (the sum). `,none:`${each.length} losses, but no J. `}[reduction],
remark={sum_over_batch_size:"",sum:" The sum grows with the number of examples, and so does the gradient.",none:" Gradie\
nt descent needs a single number."}[reduction];if(Math.max(...each)<.02)return[html("b",{},title),`Every prediction is c\
lose to its target, so the loss is almost 0.${remark}`];let sure=share>60&&loss==="binary cross-entropy"?", because this\
 loss is large for confident wrong predictions":"";return[html("b",{},title),`${labels[worst]} contributes ${share} % of\
 the sum${sure}.${remark}`]}var empirical_loss_default={render};export{empirical_loss_default as default};
