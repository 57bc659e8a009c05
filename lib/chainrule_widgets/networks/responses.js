// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function playButton(label,model,name,last,save,seconds=2){let stop=null,start=()=>{if(matchMedia("(prefers-reduced-motio\
n: reduce)").matches){save({[name]:last()});return}let from=model.get(name)<last()?model.get(name):0,began=performance.now(),
running=!0;stop=()=>{running=!1,stop=null,button2.textContent=label},button2.textContent="stop",requestAnimationFrame(function next(now){
if(!running||!button2.isConnected)return;let at=Math.min(last(),from+Math.round((now-began)/1e3/seconds*last()));save({[name]:Math.
max(at,0)}),at<last()?requestAnimationFrame(next):stop?.()})},button2=html("button",{type:"button",click:()=>stop?stop():
start()},label);return button2}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
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
cells,canvas.height=cells);let image=new ImageData(cells,cells),place=0;for(let row=cells-1;row>=0;row--)for(let column=0;column<
cells;column++){let found=colour(field[row*cells+column]);for(let part=0;part<4;part++)image.data[place++]=found[part]}penOf(
canvas).putImageData(image,0,0)}function contour(field,side,level){let cells=Math.sqrt(field.length),at=(row,column)=>field[row*
cells+column]-level,above=Uint8Array.from(field,value=>+(value>level)),step=side/(cells-1),d="";for(let row=0;row<cells-
1;row++)for(let column=0;column<cells-1;column++){let first=row*cells+column,high=above[first]+above[first+1]+above[first+
cells]+above[first+cells+1];if(high===0||high===4)continue;let cuts=cellCuts(at,row,column).map(([r,c])=>`${(c*step).toFixed(
1)} ${(side-r*step).toFixed(1)}`);for(let i=0;i+1<cuts.length;i+=2)d+=`M${cuts[i]}L${cuts[i+1]}`}return d}function cellCuts(at,row,column){
let corners=[[row,column],[row,column+1],[row+1,column+1],[row+1,column]],cuts=[];for(let[i,[r,c]]of corners.entries()){
let[r2,c2]=corners[(i+1)%4],[a,b]=[at(r,c),at(r2,c2)];if(a>0==b>0)continue;let part=a/(a-b);cuts.push([r+part*(r2-r),c+part*
(c2-c)])}return cuts}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.
slice(i*width,(i+1)*width)])}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var STATE=["hidden","data","activation","seed","step","off"],[BIG,EDGE,CELLS]=[250,1.5,1024],tall=hidden=>Math.max(310,84*
Math.max(...hidden));function layout(hidden){let high=tall(hidden),column=(count,x,side2)=>{let gap=Math.min(high/count,
side2+18);return Array.from({length:count},(_,i)=>({x,y:high/2+(i-(count-1)/2)*gap-side2/2,side:side2}))},side=count=>Math.
min(78,high/count-12),middle=hidden.map((count,k)=>column(count,hidden.length===1?280:190+180*k,side(count)));return{inputs:column(
2,20,54),middle,output:{x:590,y:(high-BIG)/2,side:BIG}}}function render({model,el}){let root=createRoot(el,"What neurons\
 see"),{request,drawWith}=kernelState(model,(said,fields,dots)=>({...said,fields:toNumbers(fields),dots:toNumbers(dots)})),
lines=svg("g"),picture=svg("svg",{style:"position: absolute; inset: 0"},lines),board=html("div",{style:"position: relati\
ve; width: 100%"}),says=html("p",{class:"says",role:"status"}),entry=k=>({get:()=>model.get("hidden")[k],on:(_,listener)=>model.
on("change:hidden",listener)}),width=k=>slider(`neurons in hidden layer ${k+1}`,entry(k),"width",{min:1,max:6,step:1},({
width:width2})=>request({hidden:model.get("hidden").map((old,i)=>i===k?width2:old),off:[]}));root.append(controlBar(select(
"points",model,"data",request),select("activation",model,"activation",request),...model.get("hidden").map((_,k)=>width(k)),
playButton("train",model,"step",()=>400,request),slider("training steps",model,"step",{min:0,max:400,step:1},request),button(
"new random weights",()=>request({seed:model.get("seed")+10,off:[]}))),board,says);let toggle=(layer,neuron)=>{let off=model.
get("off"),kept=off.filter(([k,i])=>k!==layer||i!==neuron);request({off:kept.length===off.length?[...off,[layer,neuron]]:
kept})},shownBoard={built:"",tiles:[],front:null};drawWith(root,[],shown=>(shownBoard.built!==String(shown.hidden)&&Object.
assign(shownBoard,{built:String(shown.hidden),...build(shown.hidden,board,picture,toggle)}),draw(shown,{front:shownBoard.
front,lines,says,tiles:shownBoard.tiles})))}function build(hidden,board,picture,toggle){let{inputs,middle,output}=layout(
hidden),high=tall(hidden);board.style.aspectRatio=`848 / ${high}`,picture.setAttribute("viewBox",`0 0 848 ${high}`);let percent=(part,whole)=>`${100*
part/whole}%`,at=({x,y,side})=>`position: absolute; left: ${percent(x,848)}; top: ${percent(y,high)}; width: ${percent(side,
848)}; height: ${percent(side,high)}; padding: 0; border-radius: 3px;`,canvas=place=>html("canvas",{width:32,height:32,style:`${at(
place)} border: 1px solid var(--hair)`}),neuronTile=(place,layer,neuron)=>{let image=html("canvas",{width:32,height:32,style:"\
width: 100%; height: 100%; display: block"}),node=html("button",{type:"button",style:at(place),click:()=>toggle(layer,neuron)},
image);return{place,layer,neuron,node,canvas:image}},tiles=[...inputs.map(place=>({place,canvas:canvas(place)})),...middle.
flatMap((column,k)=>column.map((place,i)=>neuronTile(place,k,i))),{place:output,canvas:canvas(output)}];board.replaceChildren(
picture,...tiles.map(tile=>tile.node??tile.canvas));let front=svg("svg",{viewBox:`0 0 848 ${high}`,style:"position: abso\
lute; inset: 0; pointer-events: none"});return board.append(front),{tiles,front}}function draw(shown,{front,lines,says,tiles}){
let{fields,dots}=shown,count=fields.length/CELLS,painted=tiles.map((tile,at)=>paintTile(tile,at,tiles.length,shown)),out=tiles.
at(-1).place;return front.replaceChildren(...painted.flatMap(({marks})=>marks),...classPoints(placed(dots,out),3.2),textAt(
out.x,out.y-10,"output ŷ",{class:"title"}),textAt(out.x,out.y+out.side+18,"● class 1, × class 0, circle: wrong predicti\
on",{class:"quiet"}),...tiles.slice(0,2).map(({place},i)=>textAt(place.x+place.side/2,place.y-6,`x${"₁₂"[i]}`,{"text\
-anchor":"middle"}))),lines.replaceChildren(...edges(tiles,shown)),says.replaceChildren(...sentence(shown)),{...Object.fromEntries(
STATE.map(name=>[name,shown[name]])),right:shown.right,of:shown.of,loss:shown.loss,pictures:count,spans:painted.slice(2).
map(({span})=>span),says:says.textContent}}var ramp=axis=>Float32Array.from({length:CELLS},(_,at)=>(axis?Math.floor(at/32):
at%32)/31*2-1);function paintTile(tile,at,count,{fields,middle,off:switchedOff}){let isOutput=at===count-1,own=at<2?ramp(
at):fields.slice((at-2)*CELLS,(at-1)*CELLS),level=at<2?0:isOutput?.5:middle,most=Math.max(...own.map(v=>Math.abs(v-level)),
1e-6);paint(tile.canvas,own,v=>classColour((v-level)/(isOutput?.5:most)));let{x,y,side}=tile.place,edge=contour(own,side,
level+1e-4*most),marks=[svg("path",{d:edge,class:"line thin ink",transform:`translate(${x} ${y})`})];if(tile.node){let off=switchedOff.
some(([k,i])=>k===tile.layer&&i===tile.neuron);tile.node.style.opacity=off?.25:1;let name=`hidden layer ${tile.layer+1},\
 neuron ${tile.neuron+1}`;setAttributes(tile.node,{"aria-pressed":!off,"aria-label":`${name}: ${off?"off":"on"}`}),off&&
marks.push(svg("path",{d:`M${x} ${y}l${side} ${side}m0 ${-side}l${-side} ${side}`,class:"line ink"}))}return{marks,span:[
Math.min(...own),Math.max(...own)]}}function edges(tiles,{kernels,hidden,off}){let columns=[tiles.slice(0,2),...hidden.map(
(_,k)=>tiles.filter(tile=>tile.layer===k)),tiles.slice(-1)];return kernels.flatMap((kernel,k)=>{let most=Math.max(...kernel.
flat().map(Math.abs),1e-9);return kernel.flatMap((row,i)=>row.map((w,j)=>{let[from,to]=[columns[k][i].place,columns[k+1][j].
place],silent=off.some(([layer,neuron])=>layer===k-1&&neuron===i),end=to.y+to.side/2,spread=k===kernels.length-1?((i+1)/
(kernel.length+1)-.5)*to.side*.7:0,path=`M${from.x+from.side} ${from.y+from.side/2}C${from.x+from.side+50} ${from.y+from.
side/2} ${to.x-50} ${end+spread} ${to.x} ${end+spread}`,node=svg("path",{d:path,class:`line ${w<0?"orange dashed":"blue"}`,
style:`stroke-width: ${.6+3.6*Math.abs(w)/most}; stroke-opacity: ${silent?.1:.75}`});if(k<kernels.length-1)return node;let label=textAt(
to.x-8,end+spread-5,formatNumber(w,2),{class:"quiet halo","text-anchor":"end",opacity:silent?.3:1});return svg("g",{},node,
label)}))})}var placed=(numbers,{x,y,side})=>toRows(numbers,4).map(([a,b,kind,taken])=>[x+(a+EDGE)/(2*EDGE)*side,y+side-
(b+EDGE)/(2*EDGE)*side,kind,kind!==taken]);function sentence({hidden,activation,step,off,right,of,loss}){let score=html(
"b",{},`${right} of ${of} right, loss ${formatNumber(loss)}. `);return off.length?[score,`${off.length===1?"One neuron i\
s":`${off.length} neurons are`} switched off: the next layer gets 0 instead of ${off.length===1?"its output":"their outp\
uts"}.`]:step===0?[score,"The network is untrained, so its weights are random."]:activation==="linear"?[score,"With line\
ar, the decision boundary is a straight line for any number of neurons."]:hidden.length>1?[score,"Boundaries in the firs\
t hidden layer are straight. In the second hidden layer they can be curved."]:[score,hidden[0]===1?"One hidden neuron ha\
s a straight boundary, so the network has a straight boundary too.":"The output neuron multiplies the outputs of the hid\
den neurons by its weights and adds them."]}var responses_default={render};export{responses_default as default};
