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
return String(Number(value.toPrecision(digits))).replace("-","−")}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[WIDE,TALL,GAP,TOP]=[90,46,100,8];function render({model,el}){let root=createRoot(el,"Computation graph"),nodes=model.
get("nodes"),{request,save,latest,drawWith}=kernelState(model),at=()=>clamp(model.get("step"),0,latest().states.length-1),
go=step=>save({step:clamp(step,0,latest().states.length-1)}),last=Math.max(...nodes.map(node=>node.column)),pitch=Math.min(
186,(840-WIDE)/last),place=Object.fromEntries(nodes.map(n=>[n.name,{x:4+n.column*pitch,y:TOP+n.row*GAP}])),ways=svg("g"),
boxes=Object.fromEntries(nodes.map(node=>[node.name,box(node,{at,go,latest,place})])),height=TOP+1.5*GAP+TALL+26,picture=svg(
"svg",{viewBox:`0 0 848 ${height}`},ways,...Object.values(boxes).map(part=>part.node)),says=html("p",{class:"says",role:"\
status"}),table=html("table"),button=(text,label,step)=>html("button",{type:"button","aria-label":label,click:()=>go(step())},
text),turn=()=>latest().states.findIndex(state=>Object.keys(state.gradients).length),fields=nodes.filter(node=>!node.inputs.
length).map(({name})=>number(name,model,request)),hasActivation=nodes.some(node=>node.kind==="activation");root.append(controlBar(
...fields.map(part=>part.node),...hasActivation?[select("g",model,"activation",request)]:[]),controlBar(button("◀","pr\
evious step",()=>at()-1),button("step ▶","next step",()=>at()+1),button("forward pass","all values",()=>turn()-1),button(
"backward pass","all derivatives",()=>latest().states.length-1),button("restart","restart",()=>0)),picture,says,table),drawWith(
root,["step"],shown=>draw(shown,{at,boxes,fields,nodes,place,says,table,ways}))}function edge(place,from,to,slope,current,back){
let[a,b]=[place[from],place[to]],[x1,y1,x2,y2]=[a.x+WIDE,a.y+TALL/2,b.x,b.y+TALL/2],below=Math.abs(y2-y1)>60&&x2-x1<40&&
y1>y2,[sx,sy]=below?[a.x+WIDE,a.y+TALL/2]:[x1,y1],[ex,ey]=[x2,y2+clamp((sy-y2)/6,-14,14)],kind=current?back?"line orange":
"line blue":"hair",parts=[svg("path",{d:`M${sx} ${sy}L${ex} ${ey}`,class:kind,...current&&back?{"stroke-dasharray":"6 4"}:
{}})],angle=Math.atan2(ey-sy,ex-sx)+(back&&current?Math.PI:0),[tx,ty]=back&&current?[sx,sy]:[ex,ey],wing=turn=>`${tx-9*Math.
cos(angle+turn)} ${ty-9*Math.sin(angle+turn)}`;parts.push(svg("path",{d:`M${wing(.4)}L${tx} ${ty}L${wing(-.4)}`,class:kind}));
let part=Math.abs(ey-sy)>50?.36:.5;return slope!==void 0&&parts.push(textAt(sx+part*(ex-sx),sy+part*(ey-sy)-7,`×${formatNumber(
slope)}`,{class:"fill orange halo","text-anchor":"middle"})),parts}function box(node,{at,go,latest,place}){let value=textAt(
WIDE/2,37,"",{"text-anchor":"middle",class:"fill blue"}),slope=textAt(WIDE/2,TALL+17,"",{"text-anchor":"middle",class:"f\
ill orange halo"}),frame=svg("rect",{width:WIDE,height:TALL,rx:node.inputs.length?8:23,class:"line thin ink"}),visit=()=>{
let steps=latest().states.map((state,i)=>[state.node,i]).filter(([name])=>name===node.name).map(([,i])=>i);steps.length&&
go(at()<steps[0]?steps[0]:steps.at(-1))},active=node.inputs.length?{role:"button",tabindex:0,...KEEP_KEYS,"aria-label":`\
go to ${node.name}`,class:"handle",style:"cursor: pointer",click:visit,keydown:event=>{(event.key==="Enter"||event.key===
" ")&&(event.preventDefault(),visit())}}:{},{x,y}=place[node.name],label=node.inputs.length?node.formula:node.kind==="da\
ta"?`${node.name} (target)`:node.name;return{node:svg("g",{...active,transform:`translate(${x} ${y})`},...node.inputs.length?
[svg("rect",{x:-4,y:-4,width:WIDE+8,height:TALL+8,rx:11,class:"ring"})]:[],frame,textAt(WIDE/2,18,label,{"text-anchor":"\
middle",class:"quiet"}),value,slope),value,slope,frame}}function draw(shown,{at,boxes,fields,nodes,place,says,table,ways}){
let state=shown.states[at()],back=Object.keys(state.gradients).length>0;ways.replaceChildren();for(let node of nodes){let passed=state.
local[node.name];node.inputs.forEach((name,i)=>{ways.append(...edge(place,name,node.name,passed?.[i],state.node===node.name&&
(!back||passed),back&&passed?.[i]!==void 0))});let part=boxes[node.name],value=state.values[node.name];part.value.textContent=
value===void 0?"?":formatNumber(value,4);let slope=state.gradients[node.name];part.slope.textContent=slope===void 0?"":`\
∂J/∂${node.name} = ${formatNumber(slope)}`,part.frame.style.strokeWidth=state.node===node.name?3:1.2}return fields.forEach(
part=>{part.show(shown.inputs)}),says.replaceChildren(html("b",{},`Step ${at()} of ${shown.states.length-1}. `),state.sentence),
table.replaceChildren(...summary(shown,at()===shown.states.length-1)),{step:at(),values:state.values,slopes:state.gradients,
local:state.local,trial:shown.trial,activation:shown.activation,says:state.sentence}}function number(name,model,request){
let input=html("input",{type:"number",step:.1,"aria-label":name,input:()=>{let value=Number(input.value);input.value===""||
!Number.isFinite(value)||request({inputs:{...model.get("inputs"),[name]:clamp(value,-10,10)}})}}),show=inputs=>{(document.
activeElement!==input&&Number(input.value)!==inputs[name]||input.value==="")&&(input.value=inputs[name])};return{node:html(
"label",{},name,input),show}}function summary({trial,states},done){let names=Object.keys(trial),row=(head,cells)=>html("\
tr",{},html("th",{},head),...cells.map(cell=>html("td",{},cell)));return[row("derivative of J with respect to",names.map(
name=>html("b",{},name))),row("by the chain rule",names.map(name=>done?formatNumber(states.at(-1).gradients[name],5):"?")),
row("numerical, h = 10⁻⁵",names.map(name=>formatNumber(trial[name],5)))]}var computation_graph_default={render};export{computation_graph_default as default};
