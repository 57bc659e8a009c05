// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,...KEEP_KEYS});return el.append(
root),root}var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function classPoints(points,r=3.8){let arm=.9*r,start=(point,left,up)=>`M${(point[0]-left).toFixed(1)} ${(point[1]-up).toFixed(
1)}`,circle=size=>point=>`${start(point,size,0)}a${size} ${size} 0 1 0 ${2*size} 0a${size} ${size} 0 1 0 ${-2*size} 0`,cross=point=>`${start(
point,arm,arm)}l${2*arm} ${2*arm}m0 ${-2*arm}l${-2*arm} ${2*arm}`,shape=(some,outline,style)=>svg("path",{d:some.map(outline).
join(""),class:style});return[shape(points.filter(point=>point[2]>0),circle(r),"fill green"),shape(points.filter(point=>!(point[2]>
0)),cross,"line red"),shape(points.filter(point=>point[3]),circle(2*r),"line thin ink")]}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var COLOURS={green:[0,158,115],red:[213,94,0],blue:[0,114,178],orange:[230,159,0],purple:[204,121,167],sky:[86,180,233]};
function classColour(score){let[red,green,blue]=score>0?COLOURS.green:COLOURS.red;return[red,green,blue,20+75*clamp(Math.
abs(score),0,1)]}function paint(canvas,field,colour){let cells=Math.sqrt(field.length);canvas.width!==cells&&(canvas.width=
cells,canvas.height=cells);let image=new ImageData(cells,cells),place2=0;for(let row=cells-1;row>=0;row--)for(let column=0;column<
cells;column++){let found=colour(field[row*cells+column]);for(let part=0;part<4;part++)image.data[place2++]=found[part]}
penOf(canvas).putImageData(image,0,0)}function contour(field,side,level){let cells=Math.sqrt(field.length),at=(row,column)=>field[row*
cells+column]-level,above=Uint8Array.from(field,value=>+(value>level)),step=side/(cells-1),d="";for(let row=0;row<cells-
1;row++)for(let column=0;column<cells-1;column++){let first=row*cells+column,high=above[first]+above[first+1]+above[first+
cells]+above[first+cells+1];if(high===0||high===4)continue;let cuts=cellCuts(at,row,column).map(([r,c])=>`${(c*step).toFixed(
1)} ${(side-r*step).toFixed(1)}`);for(let i=0;i+1<cuts.length;i+=2)d+=`M${cuts[i]}L${cuts[i+1]}`}return d}function cellCuts(at,row,column){
let corners=[[row,column],[row,column+1],[row+1,column+1],[row+1,column]],cuts=[];for(let[i,[r,c]]of corners.entries()){
let[r2,c2]=corners[(i+1)%4],[a,b]=[at(r,c),at(r2,c2)];if(a>0==b>0)continue;let part=a/(a-b);cuts.push([r+part*(r2-r),c+part*
(c2-c)])}return cuts}var decisionBoundary=(field,side)=>svg("path",{d:contour(field,side,0),class:"line ink"});function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.
slice(i*width,(i+1)*width)])}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw(latest))}}}var[SIDE,EDGE,CELLS]=[360,1.5,64];function render({model,el}){let root=createRoot(el,"Decision boundary"),names=["data",
"activation","hidden","seed"],canvas=html("canvas",{width:CELLS,height:CELLS,class:"field","aria-hidden":"true"}),scene=svg(
"g"),picture=svg("svg",{viewBox:`0 0 ${SIDE} ${SIDE}`,role:"img"},scene),says=html("p",{class:"says",role:"status"}),{request,
drawWith}=kernelState(model,(said,field,dots)=>({...said,field:toNumbers(field),dots:toNumbers(dots)}));root.append(html(
"div",{class:"split"},html("div",{class:"stage"},canvas,picture),html("div",{class:"controls tall"},select("points",model,
"data",request),select("activation",model,"activation",request),slider("hidden units",model,"hidden",{min:1,max:40,step:1},
request),button("new random hidden layer",()=>request({seed:model.get("seed")+1})),key(),says))),drawWith(root,[],shown=>{
paint(canvas,shown.field,classColour);let points=toRows(shown.dots,4).map(([a,b,kind,taken])=>[place(a),SIDE-place(b),kind,
kind!==taken]);return scene.replaceChildren(decisionBoundary(shown.field,SIDE),...classPoints(points)),says.replaceChildren(
html("b",{},`${shown.right} of ${shown.of} right. `),sentence(shown)),picture.setAttribute("aria-label",says.textContent),
{wrong:points.filter(point=>point[3]).length,...Object.fromEntries(names.map(name=>[name,shown[name]])),right:shown.right,
of:shown.of,says:says.textContent}})}function sentence({activation,hidden,right,of}){return activation==="linear"?right===
of?"For these points, a straight line is enough.":"With linear, the boundary is a straight line for any number of hidden\
 units.":hidden===1?"With one hidden unit, the boundary is straight for every activation.":right===of?"All points are on\
 the right side of the boundary.":"This boundary need not be straight. More hidden units often help."}var key=()=>{let[disc,
cross,ring]=[[7,7,1],[7,7,0],[7,7,0,!0]].map((point,i)=>classPoints([point])[i]);return html("div",{class:"key"},...[[cross,
"red, y = 0"],[disc,"green, y = 1"],[ring,"on the wrong side"]].map(([mark,text])=>html("span",{},svg("svg",{viewBox:"0 \
0 16 16"},mark),text)))},place=v=>(v+EDGE)/(2*EDGE)*SIDE,boundary_default={render};export{boundary_default as default};
