// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var SPAN=760;function render({model,el}){let root=createRoot(el,"Backward pass, layer by layer"),{request,save,latest,drawWith}=kernelState(
model),count=()=>latest().gradients.length,go=back2=>save({back:clamp(back2,0,count())}),scene=svg("g"),picture=svg("svg",
{viewBox:"0 0 848 330"},scene),says=html("p",{class:"says",role:"status"}),button=(text,label,by)=>html("button",{type:"\
button","aria-label":label,click:()=>go(by())},text),back=()=>clamp(model.get("back"),0,count());root.append(controlBar(
button("◀ one layer back","one layer back",()=>back()+1),button("to the first layer","go back to the first layer",()=>count()),
button("restart","restart at the loss",()=>0),select("activation of the hidden layers",model,"activation",request)),controlBar(
slider("hidden layers",model,"hidden",{min:1,max:6,step:1},request),slider("training steps",model,"steps",{min:0,max:30,
step:1},request),html("button",{type:"button",click:()=>request({seed:model.get("seed")+1})},"other weights")),picture,says),
drawWith(root,["back"],shown=>draw(shown,{back,count,says,scene}))}function draw(shown,{back,count,says,scene}){let{gradients,
sizes}=shown,gone=back(),widths=[gradients[0].length,...gradients.map(kernel=>kernel[0].length)],pitch=SPAN/widths.length,
x=k=>60+k*pitch,y=(k,i)=>116+(i-(widths[k]-1)/2)*48,largest=Math.max(...gradients.flat(2).map(Math.abs),1e-300),lines=[];
gradients.forEach((kernel,k)=>{kernel.forEach((row,i)=>{row.forEach((slope,j)=>{let known=k>=count()-gone,way=svg("path",
{d:`M${x(k)+9} ${y(k,i)}L${x(k+1)-9} ${y(k+1,j)}`,class:known?`line ${slope<0?"dashed orange":"blue"}`:"hair"});known&&(way.
style.strokeWidth=String(Math.max(.4,9*Math.abs(slope)/largest))),way.append(svg("title",{},known?`from ${i+1} to ${j+1}\
 in layer ${k+1}: ${formatNumber(slope)}`:"not computed yet")),lines.push(way)})})});let units=widths.flatMap((width,k)=>Array.
from({length:width},(_,i)=>svg("circle",{cx:x(k),cy:y(k,i),r:8,class:"line thin ink"}))),heads=widths.map((_,k)=>textAt(
x(k),14,k===0?"x":k===widths.length-1?"ŷ":`layer ${k}`,{class:"quiet","text-anchor":"middle"})),loss=[svg("path",{d:`M${x(
widths.length-1)+9} 116H${x(widths.length)-30}`,class:gone===0?"line orange":"hair"}),textAt(x(widths.length)-26,112,"J",
{class:"title"}),textAt(x(widths.length)-26,128,formatNumber(shown.loss),{class:"quiet"})];return scene.replaceChildren(
...lines,...units,...heads,...loss,...bars(sizes,gone,k=>(x(k)+x(k+1))/2)),says.replaceChildren(...sentence(shown,gone)),
{back:gone,sizes,gradients,loss:shown.loss,activation:shown.activation,hidden:shown.hidden,steps:shown.steps,says:says.textContent}}
function bars(sizes,gone,middle){let scale=size=>70*clamp((Math.log10(size)+6)/6,0,1.05),nodes=[0,-3,-6].flatMap(power=>{
let y=305-scale(10**power);return[svg("path",{d:`M60 ${y}H800`,class:"hair"}),textAt(52,y+4,["1","10⁻³","10⁻⁶"][-power/
3],{class:"quiet","text-anchor":"end"})]});return nodes.push(textAt(60,225,"size of each layer's gradient ∂J/∂W",{class:"\
title"})),sizes.forEach((size,k)=>{let known=k>=sizes.length-gone,tall=known?scale(size):0;nodes.push(svg("rect",{x:middle(
k)-16,y:305-tall,width:32,height:tall,rx:2,class:"fill orange"}),textAt(middle(k),300-tall,known?formatNumber(size,2):"?",
{"text-anchor":"middle",class:"halo"}),textAt(middle(k),322,`W${"₁₂₃₄₅₆₇"[k]}`,{class:"quiet","text-anchor":"\
middle"}))}),nodes}function sentence({sizes,activation},gone){let all=sizes.length;if(gone===0)return[html("b",{},"At th\
e loss. "),"Only ∂J/∂ŷ is computed. Go one layer back."];let here=all-gone+1,size=formatNumber(sizes[here-1],2);if(gone===
1)return[html("b",{},`Layer ${here}, the last. `),`Its δ comes from the loss. Each derivative is the input of the weight\
 times δ, averaged over the examples. The norm is ${size}.`];let smaller=sizes[here-1]>0&&sizes.at(-1)/sizes[here-1]>1e3?
` This is ${formatNumber(sizes.at(-1)/sizes[here-1],2)} times smaller than at the output, because the derivatives of ${activation}\
 are multiplied.`:"";return[html("b",{},`Layer ${here} of ${all}. `),`Its δ is computed from the δ of layer ${here+1},\
 the weights W${"₁₂₃₄₅₆₇"[here]}, and the derivative of the activation of layer ${here}. Nothing is comput\
ed twice. The norm is ${size}.${smaller}`]}var backward_default={render};export{backward_default as default};
