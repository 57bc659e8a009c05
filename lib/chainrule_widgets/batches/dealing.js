// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw){
let now=()=>reportDrawn(root,draw()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
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
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw)=>{redraw=
drawOnChange(root,model,others,()=>draw(latest))}}}function render({model,el}){let root=createRoot(el,`Batches of ${model.get("name")}`),{request,drawWith}=kernelState(model),
picture=svg("svg",{viewBox:"0 0 848 120"}),says=html("p",{class:"says",role:"status"});root.append(controlBar(slider("ex\
amples",model,"count",{min:1,max:40,step:1},request),slider("batch size",model,"batch_size",{min:1,max:12,step:1},request),
button("shuffle again",()=>request({seed:model.get("seed")+1}))),picture,says),drawWith(root,[],shown=>{let seen=shown.epochs.
map((batches,epoch)=>column(batches,4+epoch*430,`epoch ${epoch+1}`)),height=Math.max(40,...seen.map(part=>part.height));
return picture.setAttribute("viewBox",`0 0 848 ${height}`),picture.replaceChildren(...seen.flatMap(part=>part.nodes)),says.
replaceChildren(html("b",{},shown.right?"✓ ":"✗ "),shown.says),{count:shown.count,batch_size:shown.batch_size,seed:shown.
seed,right:shown.right,says:shown.says,sizes:shown.epochs.map(batches=>batches.map(batch=>batch.length)),marked:seen.reduce(
(sum,part)=>sum+part.marked,0)}})}function column(batches,left,title){let nodes=[textAt(left,14,title,{class:"title"})],
counts={},[x,y,marked]=[0,26,0];for(let batch of batches){let wide=batch.length*25+6;x&&x+Math.min(wide,400)>400&&(x=0,y+=
38);let along=x,first={x,y};for(let[which,whose]of batch){along+28>412&&(along=0,y+=30),counts[which]=(counts[which]??0)+
1;let bad=which!==whose||counts[which]>1;marked+=bad?1:0,nodes.push(svg("rect",{x:left+along+3,y:y+3,width:22,height:22,
rx:4,class:bad?"line red dashed":"wash"}),textAt(left+along+14,y+18,String(which),{"text-anchor":"middle",class:bad?"fil\
l red":""})),which!==whose&&nodes.push(textAt(left+along+25,y+5,"≠",{"text-anchor":"middle",class:"fill red halo"})),along+=
25}first.y===y&&nodes.push(svg("rect",{x:left+first.x,y:first.y,width:Math.max(along-first.x+3,8),height:28,rx:6,class:"\
line thin blue"})),x=along+12}return{nodes,height:y+40,marked}}var dealing_default={render};export{dealing_default as default};
