// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function onDrag(node,picture,move){let follow=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow(event),node.addEventListener("pointermove",follow)});for(let end of["pointerup",
"pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var ARROWS={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};function mapHandle(label,{step,get,put,text=([a,b])=>`w₀ = ${formatNumber(a)}, w₁ = ${formatNumber(b)}`}){let node=svg(
"g",{class:"handle",...KEEP_KEYS,role:"slider",tabindex:0,"aria-label":label,"aria-roledescription":"place in the plane"},
svg("circle",{r:11,class:"ring"}),svg("circle",{r:6.5,class:"fill orange"}),svg("circle",{r:2.2,style:"fill: var(--jp-la\
yout-color0, white)"}));return node.addEventListener("keydown",event=>{let by=ARROWS[event.key];by&&(event.preventDefault(),
put(get().map((v,i)=>v+by[i]*step()*(event.shiftKey?5:1))))}),Object.assign(node,{show:map=>{let[a,b]=get();node.setAttribute(
"transform",`translate(${map.px(a)} ${map.py(b)})`),node.setAttribute("aria-valuemin",String(map.centre[0]-map.reach)),node.
setAttribute("aria-valuemax",String(map.centre[0]+map.reach)),node.setAttribute("aria-valuenow",String(a)),node.setAttribute(
"aria-valuetext",text([a,b]))}})}function classPoints(points,r=3.8){let arm=.9*r,start=(point,left,up)=>`M${(point[0]-left).toFixed(1)} ${(point[1]-up).toFixed(
1)}`,circle=size=>point=>`${start(point,size,0)}a${size} ${size} 0 1 0 ${2*size} 0a${size} ${size} 0 1 0 ${-2*size} 0`,cross=point=>`${start(
point,arm,arm)}l${2*arm} ${2*arm}m0 ${-2*arm}l${-2*arm} ${2*arm}`,shape=(some,outline,style)=>svg("path",{d:some.map(outline).
join(""),class:style});return[shape(points.filter(point=>point[2]>0),circle(r),"fill green"),shape(points.filter(point=>!(point[2]>
0)),cross,"line red"),shape(points.filter(point=>point[3]),circle(2*r),"line thin ink")]}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var COLOURS={green:[0,158,115],red:[213,94,0],blue:[0,114,178],orange:[230,159,0],purple:[204,121,167],sky:[86,180,233]};
function classColour(score){let[red,green,blue]=score>0?COLOURS.green:COLOURS.red;return[red,green,blue,20+75*clamp(Math.
abs(score),0,1)]}function paint(canvas,field,colour){let cells=Math.sqrt(field.length);canvas.width!==cells&&(canvas.width=
cells,canvas.height=cells);let image=new ImageData(cells,cells),place=0;for(let row=cells-1;row>=0;row--)for(let column=0;column<
cells;column++){let found=colour(field[row*cells+column]);for(let part=0;part<4;part++)image.data[place++]=found[part]}penOf(
canvas).putImageData(image,0,0)}function contour(field,side,level){let cells=Math.sqrt(field.length),at=(row,column)=>field[row*
cells+column]-level,above=Uint8Array.from(field,value=>+(value>level)),step=side/(cells-1),d="";for(let row=0;row<cells-
1;row++)for(let column=0;column<cells-1;column++){let first=row*cells+column,high=above[first]+above[first+1]+above[first+
cells]+above[first+cells+1];if(high===0||high===4)continue;let cuts=cellCuts(at,row,column).map(([r,c])=>`${(c*step).toFixed(
1)} ${(side-r*step).toFixed(1)}`);for(let i=0;i+1<cuts.length;i+=2)d+=`M${cuts[i]}L${cuts[i+1]}`}return d}function cellCuts(at,row,column){
let corners=[[row,column],[row,column+1],[row+1,column+1],[row+1,column]],cuts=[];for(let[i,[r,c]]of corners.entries()){
let[r2,c2]=corners[(i+1)%4],[a,b]=[at(r,c),at(r2,c2)];if(a>0==b>0)continue;let part=a/(a-b);cuts.push([r+part*(r2-r),c+part*
(c2-c)])}return cuts}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var FRACTIONS=[.01,.04,.09,.16,.25,.36,.49,.64,.81,.95],LossMap=class{constructor({x,y,side,reach=1,centre=[0,0]}){this.
x=x,this.y=y,this.side=side,this.reach=reach,this.centre=centre,this.field=void 0;let id=`cr${Math.random().toString(36).
slice(2)}`;this.image=svg("image",{x,y,width:side,height:side,preserveAspectRatio:"none"}),this.lines=svg("path",{class:"\
hair",transform:`translate(${x} ${y})`}),this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${id})`});let square={
x,y,width:side,height:side};this.node=svg("g",{},svg("clipPath",{id},svg("rect",square)),this.image,this.lines),this.node.
append(svg("rect",{...square,class:"hair"}),this.frame,this.inside),this.canvas=html("canvas")}px(w){return this.x+(w-this.
centre[0]+this.reach)/(2*this.reach)*this.side}py(w){return this.y+this.side-(w-this.centre[1]+this.reach)/(2*this.reach)*
this.side}at(px,py){let part=(v,from)=>clamp((v-from)/this.side,0,1)*2-1;return[this.centre[0]+part(px,this.x)*this.reach,
this.centre[1]-part(py,this.y)*this.reach]}show(field,reach,centre=[0,0]){if(this.reach=reach,this.centre=centre,field===
this.field)return;this.field=field;let sorted=Array.from(field).sort((a,b)=>a-b),levels=FRACTIONS.map(fraction=>sorted[Math.
floor(fraction*(sorted.length-1))]),rank=value=>levels.reduce((passed,level)=>passed+ +(value>=level),0)/levels.length;paint(
this.canvas,field,value=>[...COLOURS.blue,Math.round(100*(1-rank(value))**1.3)]),this.image.setAttribute("href",this.canvas.
toDataURL()),this.lines.setAttribute("d",levels.map(level=>contour(field,this.side,level)).join(""))}ticks(names=["w₀",
"w₁"]){let{x,y,side,reach,centre}=this,below=ticks(centre[0]-reach,centre[0]+reach,5).map(t=>textAt(this.px(t),y+side+
15,formatNumber(t),{class:"quiet","text-anchor":"middle"})),left=ticks(centre[1]-reach,centre[1]+reach,5).map(t=>textAt(
x-6,this.py(t)+4,formatNumber(t),{class:"quiet","text-anchor":"end"}));this.frame.replaceChildren(...below,...left,textAt(
x,y+side+30,"bluer = lower",{class:"quiet"}),textAt(x+side,y+side+29,names[0],{"text-anchor":"end"}),textAt(x-6,y-6,names[1],
{"text-anchor":"end"}))}path(places){return places.filter(place=>place.every(Number.isFinite)).map(([a,b])=>[clamp(this.
px(a),-4e3,4e3),clamp(this.py(b),-4e3,4e3)]).map(([x,y],i)=>`${i?"L":"M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.
slice(i*width,(i+1)*width)])}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer2,buffers)=>{
answer2.view===view&&(open-=1,answer2.id>received&&!answer2.lost&&(received=answer2.id,receive(answer2,buffers)),waiting&&
send())}),state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function kernelState(model,decode=answer2=>answer2,more=()=>({})){let first=model.get("first_answer"),names=Object.keys(
first.state),state=()=>Object.fromEntries(names.map(name=>[name,model.get(name)])),requested=JSON.stringify(first.state),
latest=decode(first.answer,...first.arrays),redraw=()=>{},saving=!1,save=saveDebounced(model),send=requestLatest(model,(answer2,arrays)=>{
latest=decode(answer2,...arrays),redraw()}),refresh=()=>{requested=JSON.stringify(state()),send({...state(),...more()})},
followModel=()=>{!saving&&JSON.stringify(state())!==requested&&refresh()};return model.on("change",followModel),followModel(),
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw2)=>{redraw=
drawOnChange(root,model,others,()=>draw2(latest))}}}var MOONS={centre:[.5,.25],reach:1.9};function render({model,el}){let root=createRoot(el,"Loss surface of a network"),which=(depth2,seed)=>`${depth2}\
 ${seed}`,received={field:new Float32Array,depthAndSeed:""},{request,drawWith}=kernelState(model,(answer2,response,other)=>(other&&
(received.field=toNumbers(other),received.depthAndSeed=which(answer2.depth,answer2.seed)),{...answer2,response:toNumbers(
response)}),()=>({field:received.depthAndSeed!==which(model.get("depth"),model.get("seed"))})),dots=toRows(toNumbers(model.
get("dots")),3),map=new LossMap({x:34,y:22,side:350}),net=new LossMap({x:474,y:22,side:350,...MOONS}),moveTo=place=>request(
{at:place.map(v=>clamp(roundTo(v,.01),-1,1))}),grip=mapHandle("network",{step:()=>.05,get:()=>model.get("at"),put:moveTo,
text:([a,b])=>`a = ${formatNumber(a)}, b = ${formatNumber(b)}`}),ground=svg("g",{style:"cursor: crosshair"},svg("rect",{
x:34,y:22,width:350,height:350,fill:"transparent"}),map.node,grip),picture=svg("svg",{viewBox:"0 0 848 406"},ground,net.
node);onDrag(ground,picture,(x,y)=>moveTo(map.at(x,y)));let says=html("p",{class:"says",role:"status"}),depth=html("sele\
ct",{"aria-label":"hidden layers",change:()=>request({depth:Number(depth.value)})},...[1,4,10].map(d=>html("option",{value:d},
String(d))));root.append(controlBar(html("label",{},"hidden layers",depth),button("draw other directions",()=>request({seed:model.
get("seed")+1})),button("back to the trained network",()=>moveTo([0,0]))),picture,says),drawWith(root,[],shown=>draw(shown,
{depth,dots,grip,map,net,received,says}))}function draw(shown,{depth,dots,grip,map,net,received,says}){depth.value=shown.
depth,map.show(received.field,1),map.ticks(["a · D₁","b · D₂"]),map.inside.replaceChildren(svg("path",{d:`M${map.px(
0)-7} ${map.py(0)}h14m-7 -7v14`,class:"line ink"})),grip.show(map),answer(net,shown.response,dots);let[a,b]=shown.at,same=a===
0&&b===0;return says.replaceChildren(html("b",{},`J = ${formatNumber(shown.loss)}, ${Math.round(100*shown.accuracy)} % a\
ccuracy. `),same?`This is the trained network with ${shown.weights} weights. In this plane the loss goes up to ${formatNumber(
shown.highest)}, and there ${shown.hollows===1?"is one local minimum":`are ${shown.hollows} local minima`}.`:`This netwo\
rk has the weights W ${a<0?"−":"+"} ${formatNumber(Math.abs(a))} D₁ ${b<0?"−":"+"} ${formatNumber(Math.abs(b))} D₂\
. The trained network, at the cross, has J = ${formatNumber(shown.centre)}.`),{depth:shown.depth,seed:shown.seed,at:shown.
at,loss:shown.loss,accuracy:shown.accuracy,hollows:shown.hollows,highest:shown.highest,says:says.textContent}}function answer(net,response,dots){
paint(net.canvas,response,classColour),net.image.setAttribute("href",net.canvas.toDataURL()),net.frame.replaceChildren(textAt(
474,14,"output of the network at the point, and its decision boundary",{class:"quiet"})),net.lines.setAttribute("d",contour(
response,net.side,0)),net.lines.setAttribute("class","line ink"),net.inside.replaceChildren(...classPoints(dots.map(([x,
y,kind])=>[net.px(x),net.py(y),kind])))}var landscape_default={render};export{landscape_default as default};
