// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[TALL,TOP]=[28,28],sub=i=>"₀₁₂₃₄"[i],STATE=["X","W","b","activation"];function layout(n,m,k){let wide=Math.
min(49,698/(m+4*k)),sizes={X:[n,m],W:[m,k],b:[1,k],Z:[n,k],out:[n,k]},x=14;return Object.fromEntries(Object.entries(sizes).
map(([name,[rows,columns]])=>{let place={name,rows,columns,x,wide};return x+=columns*wide+34,[name,place]}))}function related([
name,i,j]){let is={X:{Z:r=>r===i,W:r=>r===j,out:r=>r===i},W:{X:(_,c)=>c===i,Z:(_,c)=>c===j,out:(_,c)=>c===j},b:{Z:(_,c)=>c===
j,out:(_,c)=>c===j},Z:{X:r=>r===i,W:(_,c)=>c===j,b:(_,c)=>c===j,out:(r,c)=>r===i&&c===j},out:{Z:(r,c)=>r===i&&c===j}}[name];
return(other,r,c)=>!!is[other]?.(r,c)}function render({model,el}){let root=createRoot(el,"Dense layer"),{request,save,latest,
drawWith}=kernelState(model),[n,m,k]=[model.get("X").length,model.get("W").length,model.get("b").length],places=layout(n,
m,k),last={row:0,column:0},numbers=name=>name==="b"?[latest().b]:latest()[name],choose=(name,i,j)=>save({selected:[name,
i,j]}),change=value2=>{let[name,i,j]=model.get("selected");if(!"XWb".includes(name)||!Number.isFinite(value2))return;let grid=structuredClone(
model.get(name));name==="b"?grid[j]=clamp(value2,-9,9):grid[i][j]=clamp(value2,-9,9),request({[name]:grid})},held=()=>{let[
name,i,j]=model.get("selected");return name==="b"?model.get("b")[j]:model.get(name)[i][j]},cells=[];for(let{name,rows,columns,
x,wide}of Object.values(places))for(let i=0;i<rows;i++)for(let j=0;j<columns;j++)cells.push(cell(name,i,j,x,wide,{cells,
change,held,choose}));let value=html("input",{type:"number",step:.5,"aria-label":"the selected number",input:event=>{event.
target.value!==""&&change(Number(event.target.value))}}),label=html("label",{},html("span",{}),value),titles=shapeTitles(
{places}),{signs,arrow}=signNodes({n,places}),[net,bars]=[svg("g"),svg("g")],floor=TOP+Math.max(n,m)*TALL+30,picture=svg(
"svg",{viewBox:`0 0 848 ${floor+40+32*(Math.max(m,k)+1)}`},...titles,...signs,arrow,...cells.map(c=>c.node),net,bars),says=html(
"p",{class:"says","aria-live":"polite"});root.append(controlBar(select("activation",model,"activation",request),label,html(
"span",{style:"color: var(--quiet)"},"click any number below")),picture,says),drawWith(root,[...STATE,"selected"],shown=>draw(
shown,{arrow,bars,cells,floor,held,k,label,last,model,n,net,numbers,says,titles,value}))}function signNodes({n,places}){
let signs=["·","+","="].map((sign,i)=>textAt(Object.values(places)[i+1].x-17,TOP+n*TALL/2+5,sign,{"text-anchor":"middle",
style:"font-size: 18px"})),arrow=textAt(places.out.x-17,TOP+n*TALL/2+5,"→",{"text-anchor":"middle",style:"font-size: 1\
6px"});return{signs,arrow}}function shapeTitles({places}){return Object.values(places).map(({name,rows,columns,x})=>textAt(
x,18,"",{class:"title","data-name":name,"data-shape":name==="b"?`(${columns},)`:`(${rows}, ${columns})`}))}function cell(name,i,j,x,wide,{
cells,change,held,choose}){let[left,top]=[x+j*wide,TOP+i*TALL],box=svg("rect",{x:left+1,y:top+1,width:wide-2,height:TALL-
2,rx:3}),text=textAt(left+wide/2,top+18,"",{"text-anchor":"middle"}),node=svg("g",{...KEEP_KEYS,role:"button",class:"han\
dle",style:"cursor: pointer",click:()=>choose(name,i,j),focus:()=>choose(name,i,j),keydown:keys(name,i,j,{cells,change,held})},
box,text,svg("rect",{x:left+3,y:top+3,width:wide-6,height:TALL-6,rx:2,class:"ring","pointer-events":"none"}));return{name,
i,j,box,text,node,digits:wide<44?2:3}}function keys(name,i,j,{cells,change,held}){return event=>{let steps={ArrowUp:[-1,
0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1]}[event.key],by={"+":.5,"=":.5,"-":-.5}[event.key];if(!steps&&!by)return;
event.preventDefault(),by&&"XWb".includes(name)&&change(roundTo(held()+by,.1)),(steps&&cells.find(c=>c.name===name&&c.i===
i+steps[0]&&c.j===j+steps[1]))?.node.focus()}}function draw({Z,out,activation},{arrow,bars,cells,floor,held,k,label,last,
model,n,net,numbers,says,titles,value}){let selected=model.get("selected"),[name,i,j]=selected;(name==="X"||name==="Z"||
name==="out")&&(last.row=i),name!=="X"&&(last.column=j);let bent=model.get("activation")!=="linear",near=related(selected);
drawCells({bent,cells,i,j,name,near,numbers}),titles.forEach(title=>{let of=title.dataset.name;title.textContent=`${of===
"out"?"g(Z)":of} ${title.dataset.shape}`,title.setAttribute("visibility",of!=="out"||bent?"visible":"hidden")}),arrow.setAttribute(
"visibility",bent?"visible":"hidden");let fixed=name==="Z"||name==="out";label.firstChild.textContent=fixed?"computed":`${name}${name===
"b"?"":` row ${i+1},`} column ${j+1}`,value.disabled=fixed,fixed?value.value="":(Number(value.value)!==held()||value.value===
"")&&(value.value=held());let[X,W,b]=[numbers("X"),numbers("W"),numbers("b")[0]],terms=[b[last.column],...W.map((row,f)=>X[last.
row][f]*row[last.column])];return drawNet(net,floor,X[last.row],W,Z[last.row],last.column,selected),drawTerms(bars,floor,
terms,X[last.row],W.map(row=>row[last.column]),Z[last.row][last.column],last),says.replaceChildren(...sentence(selected,
{X,W,b,Z,out,activation,n,k})),{X,W,b,Z,out,activation,selected,terms,lit:cells.filter(c=>near(c.name,c.i,c.j)&&(bent||c.
name!=="out")).length,says:says.textContent}}function drawCells({bent,cells,i,j,name,near,numbers}){for(let part of cells){
let mine=part.name===name&&part.i===i&&part.j===j,lit=near(part.name,part.i,part.j),number=formatNumber(numbers(part.name)[part.
i][part.j],part.digits);part.text.textContent=number,setAttributes(part.box,{class:mine?"line ink wash":lit?"line thin b\
lue":"hair",fill:lit?"var(--blue)":"transparent","fill-opacity":lit?.16:1,style:mine?"fill: var(--wash)":lit?"fill: var(\
--blue)":""},[]);let first=part.i===0&&part.j===0&&name!==part.name;setAttributes(part.node,{tabindex:mine||first?0:-1,"\
aria-pressed":mine,"aria-label":`${part.name} row ${part.i+1} column ${part.j+1}: ${number}`,visibility:part.name!=="out"||
bent?"visible":"hidden"},[])}}function drawNet(group,floor,x,W,z,column,[name,i,j]){let y=(at,of)=>floor+46+32*at+(Math.
max(x.length,z.length)-of)*16,lines=[];W.forEach((row,f)=>{row.forEach((w,c)=>{let on=name==="X"?f===j:name==="W"?f===i&&
c===j:name==="b"?!1:c===column;lines.push(svg("path",{d:`M92 ${y(f,x.length)}L310 ${y(c,z.length)}`,class:`line ${w<0?"o\
range dashed":"blue"}`,style:`stroke-width: ${Math.min(.6+1.5*Math.abs(w),7)}; stroke-opacity: ${on?1:.22}`}))})});let circle=(cx,cy,text,bold)=>[
svg("circle",{cx,cy,r:13,class:bold?"line ink":"line thin ink",style:"fill: var(--jp-layout-color0, Canvas)"}),textAt(cx,
cy+4,text,{"text-anchor":"middle"})];group.replaceChildren(textAt(14,floor+14,"the same layer, drawn as neurons",{class:"\
title"}),...lines,...x.flatMap((value,f)=>[...circle(92,y(f,x.length),`x${sub(f+1)}`,name==="X"&&f===j),textAt(72,y(f,x.
length)+4,formatNumber(value),{"text-anchor":"end"})]),...z.flatMap((value,c)=>[...circle(310,y(c,z.length),`z${sub(c+1)}`,
c===column&&name!=="X"),textAt(330,y(c,z.length)+4,formatNumber(value))]),textAt(14,y(Math.max(x.length,z.length),Math.max(
x.length,z.length))-2,"thick line: large weight; dashed line: negative weight",{class:"quiet"}))}function drawTerms(group,floor,terms,x,w,z,{
row,column}){let[zero,unit]=[650,150/Math.max(4,...terms.map(Math.abs),Math.abs(z))],labels=[`bias b${sub(column+1)}`,...x.
map((value,f)=>`x${sub(f+1)} w${sub(f+1)}${sub(column+1)} = ${formatNumber(value)} · ${formatNumber(w[f])}`),`sum z${sub(
column+1)}`],parts=[...terms,z].flatMap((value,at)=>{let y=floor+40+at*26+(at===terms.length?6:0),length=Math.abs(value)*
unit;return[textAt(430,y+4,labels[at],{class:at===terms.length?"title":""}),svg("rect",{x:value<0?zero-length:zero,y:y-7,
width:length,height:14,rx:2,class:`fill ${at===terms.length?"ink":value<0?"orange":"blue"}`}),textAt(value<0?zero-length-
5:zero+length+5,y+4,formatNumber(value),{"text-anchor":value<0?"end":"start"})]});group.replaceChildren(textAt(430,floor+
14,`example ${row+1}, neuron ${column+1}: terms of the sum`,{class:"title"}),svg("path",{d:`M${zero} ${floor+26}v${26*(terms.
length+1)+6}`,class:"hair"}),...parts)}function sentence([name,i,j],{X,W,b,Z,out,activation,n,k}){let sum=()=>[formatNumber(
b[j]),...W.map((row,f)=>`${formatNumber(X[i][f])} · ${formatNumber(row[j])}`)].join(" + ");return{Z:()=>[html("b",{},`z${sub(
j+1)} of example ${i+1}. `),`It is the bias plus row ${i+1} of X times column ${j+1} of W: ${sum()} = ${formatNumber(Z[i][j])}\
.`],out:()=>[html("b",{},`${activation} of z. `),`${activation}(${formatNumber(Z[i][j])}) = ${formatNumber(out[i][j])}. \
The activation is applied to each number of Z separately.`],X:()=>[html("b",{},`Input ${j+1} of example ${i+1}. `),`Each\
 of the ${k} neurons multiplies it by a weight in row ${j+1} of W. Only row ${i+1} of Z depends on it.`],W:()=>[html("b",
{},`The weight from input ${i+1} to neuron ${j+1}. `),`It is used for each of the ${n} examples. Only column ${j+1} of Z\
 depends on it.`],b:()=>[html("b",{},`The bias of neuron ${j+1}. `),`It is added to column ${j+1} of Z, for each of the ${n}\
 examples.`]}[name]()}var dense_layer_default={render};export{dense_layer_default as default};
