// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[BOX,ROW]=[86,108];function render({model,el}){let root=createRoot(el,"Graph of a model"),{request,save,drawWith}=kernelState(
model),nodes=model.get("nodes"),inputs=nodes.filter(node=>!node.takes.length).length,{boxes,wide,height}=layout(nodes),scene=svg(
"g"),picture=svg("svg",{viewBox:`0 0 848 ${height}`},scene),says=html("p",{class:"says","aria-live":"polite"}),go=at2=>save(
{at:clamp(at2,inputs,nodes.length)}),forth=button("next",()=>go(at()+1)),back=button("back",()=>go(at()-1)),at=()=>clamp(
model.get("at"),inputs,nodes.length),entry=(i,j)=>({get:()=>model.get("x")[i][j],on:(_,listener)=>model.on("change:x",listener)}),
move=(i,j)=>({value})=>request({x:model.get("x").map((row,r)=>r===i?row.map((old,c)=>c===j?value:old):row)}),knobs=model.
get("x").flatMap((row,i)=>row.slice(0,model.get("knobs")).map((_,j)=>slider(row.length>1?`${nodes[i].name} [${j}]`:nodes[i].
name,entry(i,j),"value",{min:-3,max:3,step:.1},move(i,j))));root.append(controlBar(back,forth,button("run all",()=>go(nodes.
length)),...knobs),picture,says),drawWith(root,["at"],shown=>draw(shown,{at,back,boxes,forth,inputs,nodes,says,scene,wide}))}
function draw({x,values,sizes},{at,back,boxes,forth,inputs,nodes,says,scene,wide}){let filled=at(),current=filled-1;return scene.
replaceChildren(...arrows(nodes,boxes,wide,filled,current),...nodes.flatMap((node,i)=>box(node,boxes[i],wide,i<filled?values[i]:
null,sizes[i],i===current))),[back.disabled,forth.disabled]=[filled===inputs,filled===nodes.length],says.replaceChildren(
...sentence(nodes,current,inputs,sizes,filled)),{x,at:filled,values:values.slice(0,filled),sizes,names:nodes.map(node=>node.
name),says:says.textContent}}function layout(nodes){let deepest=Math.max(...nodes.map(node=>node.depth)),columns=Array.from(
{length:deepest+1},(_,depth)=>nodes.map((_2,i)=>i).filter(i=>nodes[i].depth===depth)),most=Math.max(...columns.map(column=>column.
length)),pitch=848/(deepest+1),off=i=>(columns[nodes[i].depth].indexOf(i)-(columns[nodes[i].depth].length-1)/2)*ROW,skipping=nodes.
flatMap(node=>node.takes.filter(i=>node.depth-nodes[i].depth>1)),top=skipping.some(i=>off(i)<=0)?48:8,bottom=skipping.some(
i=>off(i)>0)?30:6;return{boxes:nodes.map((node,i)=>({x:(node.depth+.5)*pitch,y:top+most*ROW/2+off(i),below:off(i)>0})),wide:Math.
min(132,pitch-26),height:top+most*ROW+bottom}}function arrows(nodes,boxes,wide,filled,current){return nodes.flatMap((node,i)=>node.
takes.map(from=>{let[a,b]=[boxes[from],boxes[i]],[x1,x2]=[a.x+wide/2,b.x-wide/2-7],over=node.depth-nodes[from].depth>1,side=over?
a.below?1:-1:0,reach=Math.max(20,(x2-x1)/(over?4:2)),end=b.y+30*side,[c1,c2]=[a.y+(side>0?46:96*side),end+66*side],start=a.
y+24*side,on=i===current,kind=on?"line blue":i<filled?"line thin ink":"hair";return svg("g",{},svg("path",{d:`M${x1} ${start}\
C${x1+reach} ${c1} ${x2-reach} ${c2} ${x2} ${end}`,class:kind,style:on?"stroke-width: 3.5":""}),svg("path",{d:"M0 -5L9 0\
L0 5z",transform:`translate(${x2-2} ${end}) rotate(${-40*side})`,class:on?"fill blue":"",style:on?"":"fill: var(--quiet)"}))}))}
function box(node,{x,y},wide,values,size,current){let left=x-wide/2,line=(at,text,kind="")=>textAt(left+8,y-BOX/2+17+16*
at,text,{class:kind}),rows=values?[values.slice(0,3),values.slice(3)].map(part=>part.map(v=>formatNumber(v,2)).join("  ")):
["",""];values&&size>values.length&&(rows[1]+=" …");let short=(text,each=6.8)=>text.length*each>wide-12?`${text.slice(
0,Math.floor((wide-20)/each))}…`:text,what=`${node.kind==="Input"?"Input":node.kind}${node.output?", output":""}`;return[
svg("rect",{x:left,y:y-BOX/2,width:wide,height:BOX,rx:node.kind==="Input"||node.output?14:5,class:current?"line ink":"ha\
ir",style:`fill: ${values?"color-mix(in srgb, var(--blue) 10%, transparent)":"transparent"}; ${current?"stroke-width: 2.\
5":""}`}),line(0,short(node.name),"title"),line(1,short(what,5.6),"quiet"),line(2,short(`(${node.shape.map(s=>s??"None").
join(", ")})${node.params?` ${node.params} params`:""}`,5.6),"quiet"),line(3,rows[0]),line(4,rows[1])]}function sentence(nodes,current,inputs,sizes,filled){
let node=nodes[current];if(filled<=inputs)return[html("b",{},"The example is at the inputs. "),"Press “next”. A node is \
computed when all its inputs are known."];let from=node.takes.map(i=>`${sizes[i]} ${sizes[i]===1?"number":"numbers"} of ${nodes[i].
name}`).join(" and "),uses=nodes.filter(other=>other.name===node.name).length,action={Dense:`maps ${from} to ${sizes[current]}\
, with ${node.params} parameters`,Concatenate:`joins ${from}: ${node.takes.map(i=>sizes[i]).join(" + ")} = ${sizes[current]}\
 numbers. It has no parameters`,Add:`adds ${from}, entry by entry. It has no parameters`}[node.kind]??`maps ${from} to ${sizes[current]}`,
shared=uses>1?` This layer is used ${uses} times, with the same weights each time.`:"",end=node.output?" This is an outp\
ut of the model.":"";return[html("b",{},`${node.name} (${node.kind}) `),`${action}.${shared}${end}`]}var model_graph_default={
render};export{model_graph_default as default};
