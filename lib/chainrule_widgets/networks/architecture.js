// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var TOP=22;function render({model,el}){let root=createRoot(el,"Architecture"),{request,save,drawWith}=kernelState(model,
(said,weights)=>({...said,weights:toNumbers(weights)})),scene=svg("g"),picture=svg("svg",{},scene),columns=html("div",{style:"\
display: grid; margin: 2px 0 6px"}),says=html("p",{class:"says","aria-live":"polite"}),settle=widths=>{let[column]=model.
get("selected");save({selected:[Math.min(Math.max(column,1),widths.length-1),0]}),request({widths})},resize=(column,by)=>settle(
model.get("widths").map((width,i)=>i===column?clamp(width+by*pace(width,by),1,1e3):width)),deeper=()=>settle([...model.get(
"widths").slice(0,-1),3,...model.get("widths").slice(-1)]),flatter=()=>settle([...model.get("widths").slice(0,-2),...model.
get("widths").slice(-1)]),add=button("add a hidden layer",deeper),remove=button("remove a hidden layer",flatter),actions={
resize,choose:(column,neuron)=>save({selected:[column,neuron]}),focus:()=>scene.querySelector("[tabindex='0']")?.focus()};
root.append(controlBar(add,remove,select("activation of hidden layers",model,"activation",request),button("random weight\
s",()=>request({seed:model.get("seed")+1}))),picture,columns,says),drawWith(root,["selected"],shown=>draw(shown,{actions,
add,columns,model,picture,remove,says,scene}))}function layout(places){let high=clamp(44*Math.max(...places.map(column=>column.
length)),150,300);return{high,x:column=>(column+.5)/places.length*848,y:(column,at)=>TOP+high/2+(at-(places[column].length-
1)/2)*Math.min(44,high/places[column].length)}}function draw({widths,places,layers,total,weights},{actions,add,columns,model,
picture,remove,says,scene}){let[column,neuron]=model.get("selected"),selected=places[column]?.includes(neuron)?[column,neuron]:
[1,0],at=layout(places);picture.setAttribute("viewBox",`0 0 848 ${TOP+at.high+66}`),scene.replaceChildren(...lines(places,
weights,selected,at),...circles(places,widths,selected,at,actions),...names(widths,layers,at));let half=widths.length;return columns.
style.gridTemplateColumns=`repeat(${half}, 1fr)`,columns.children.length!==half&&columns.replaceChildren(...widths.map((_,column2)=>steppers(
column2,half,actions))),add.disabled=half>=7,remove.disabled=half<=2,says.replaceChildren(...sentence(selected,widths,layers,
total)),{widths,params:layers.map(layer=>layer.params),shapes:layers.map(layer=>layer.shape),total,selected,weights:[...weights].
slice(0,200),drawn:places.map(column2=>column2.length),says:says.textContent}}function walk(event,places,[column,neuron],{
choose,focus}){let at=places[column].indexOf(neuron),[dx,dy]={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[
0,1]}[event.key]??[0,0];if(!dx&&!dy)return;event.preventDefault();let to=clamp(column+dx,0,places.length-1);choose(to,places[to][clamp(
at+dy,0,places[to].length-1)]),requestAnimationFrame(()=>requestAnimationFrame(focus))}function lines(places,weights,selected,{
x,y}){let most=Math.max(...weights.map(Math.abs),1e-9),next=0,faint=[],bold=[];for(let k=0;k+1<places.length;k++)places[k].
forEach((_,i)=>{places[k+1].forEach((to,j)=>{let w=weights[next++],mine=selected[0]===k+1&&selected[1]===to;(mine?bold:faint).
push(svg("path",{d:`M${x(k)} ${y(k,i)}L${x(k+1)} ${y(k+1,j)}`,class:`line ${w<0?"orange dashed":"blue"}`,style:`stroke-w\
idth: ${.4+3.2*Math.abs(w)/most}; stroke-opacity: ${mine?1:.28}`}))})});return[...faint,...bold]}function circles(places,widths,selected,{
x,y},actions){return places.flatMap((column,k)=>[...column.map((neuron,at)=>{let mine=selected[0]===k&&selected[1]===neuron,
what=k===0?"input":k===widths.length-1?"output":`hidden layer ${k}, neuron`;return svg("g",{class:"handle",...KEEP_KEYS,
role:"button",tabindex:mine?0:-1,"aria-pressed":mine,"aria-label":`${what} ${neuron+1}`,style:"cursor: pointer",click:()=>actions.
choose(k,neuron),keydown:event=>walk(event,places,selected,actions)},svg("circle",{cx:x(k),cy:y(k,at),r:15,class:"ring"}),
svg("circle",{cx:x(k),cy:y(k,at),r:10,class:mine?"line ink":"line thin ink",style:"fill: var(--jp-layout-color0, Canvas)"}),
mine?svg("circle",{cx:x(k),cy:y(k,at),r:4,class:"fill ink"}):"")}),widths[k]>column.length?textAt(x(k)+18,(y(k,column.length-
2)+y(k,column.length-1))/2+4,`⋮ ${widths[k]-column.length} more`,{class:"quiet halo"}):""])}function names(widths,layers,{
x,high}){let text=(column,line,content,kind="")=>textAt(x(column),TOP+high+22+17*line,content,{class:kind,"text-anchor":"\
middle"});return widths.flatMap((width,k)=>{if(k===0)return[text(0,0,"inputs","title"),text(0,1,`(None, ${width})`,"quie\
t"),text(0,2,"no parameters","quiet")];let{activation,params}=layers[k-1];return[text(k,0,`Dense(${width}, ${activation}\
)`,"title"),text(k,1,`(None, ${width})`,"quiet"),text(k,2,`${widths[k-1]}·${width} + ${width} = ${params}`)]})}function steppers(column,count,{
resize}){let stepper=(text,by,label)=>button(text,()=>resize(column,by),{"aria-label":label,style:"width: 30px; margin: \
0 3px"}),of=column===0?"inputs":column===count-1?"outputs":`hidden layer ${column}`;return html("div",{style:"text-align\
: center"},stepper("−",-1,`fewer in ${of}`),stepper("+",1,`more in ${of}`))}var pace=(width,by)=>width+(by<0?-1:0)<16?
1:width+(by<0?-1:0)<128?16:112;function sentence([column,neuron],widths,layers,total){let sum=layers.map(layer=>layer.params).
join(" + "),whole=layers.length>1?`The whole network has ${sum} = ${total} parameters.`:`The whole network has ${total} \
parameters.`;if(column===0)return[html("b",{},`Input ${neuron+1}. `),`It holds one number of the example and has no para\
meters. It has ${widths[1]} outgoing ${widths[1]===1?"weight":"weights"}. ${whole}`];let before=widths[column-1],who=column===
widths.length-1?`Output ${neuron+1}`:`Neuron ${neuron+1} of hidden layer ${column}`;return[html("b",{},`${who}. `),`It r\
eceives ${before===1?"one number":`all ${before} numbers`} from the previous layer, so it has ${before} ${before===1?"we\
ight":"weights"} and 1 bias. Its layer has ${widths[column]} such ${widths[column]===1?"neuron":"neurons"}: ${widths[column]}\
 · (${before} + 1) = ${layers[column-1].params}. ${whole}`]}var architecture_default={render};export{architecture_default as default};
