// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var ARROWS={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};function pointHandle(label,panel,picture,{low,high,step,scale=1,get,put},...shapes){let node=svg("g",{class:"handle",...KEEP_KEYS,
...{role:"slider",tabindex:0,"aria-label":label,"aria-roledescription":"point"},...{"aria-valuemin":low,"aria-valuemax":high}},
...shapes),move=point=>put(point.map(v=>clamp(roundTo(v,step),low,high)));return node.addEventListener("keydown",event=>{
let by=ARROWS[event.key];by&&(event.preventDefault(),move(get().map((v,i)=>v+by[i]*step*(event.shiftKey?10:1))))}),onDrag(
node,picture,(x,y)=>move(panel.dataAt(x,y).map(v=>v/scale))),Object.assign(node,{show:()=>{let[a,b]=get();node.setAttribute(
"transform",`translate(${panel.px(a*scale)} ${panel.py(b*scale)})`),node.setAttribute("aria-valuenow",String(a)),node.setAttribute(
"aria-valuetext",`${formatNumber(a)}, ${formatNumber(b)}`)}})}function playButton(label,model,name,last,save,seconds=2){let stop=null,start=()=>{if(matchMedia("(prefers-reduced-motio\
n: reduce)").matches){save({[name]:last()});return}let from=model.get(name)<last()?model.get(name):0,began=performance.now(),
running=!0;stop=()=>{running=!1,stop=null,button.textContent=label},button.textContent="stop",requestAnimationFrame(function next(now){
if(!running||!button.isConnected)return;let at=Math.min(last(),from+Math.round((now-began)/1e3/seconds*last()));save({[name]:Math.
max(at,0)}),at<last()?requestAnimationFrame(next):stop?.()})},button=html("button",{type:"button",click:()=>stop?stop():
start()},label);return button}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
(c2-c)])}return cuts}function heatmap(x,y,side){let canvas=document.createElement("canvas"),node=svg("image",{x,y,width:side,height:side,preserveAspectRatio:"\
none"});return{node,show:(field,colour)=>{paint(canvas,field,colour),node.setAttribute("href",canvas.toDataURL())}}}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[SIDE,STEPS]=[320,150];function render({model,el}){let root=createRoot(el,"Will I pass this class?"),names=["lectures",
"hours","step","learning_rate"],{request,drawWith}=kernelState(model,(said,field)=>({...said,field:toNumbers(field)})),rows=toNumbers(
model.get("students")),students=Array.from({length:rows.length/3},(_,i)=>[...rows.subarray(3*i,3*i+3)]),panel=new Panel(
{x:34,y:8,width:SIDE,height:SIDE,xs:[0,8],ys:[0,10]});panel.axes([0,2,4,6,8],[0,2,4,6,8,10],"lectures attended"),panel.frame.
append(textAt(panel.x+6,panel.y+14,"hours on the project",{class:"quiet halo"}));let ground=heatmap(panel.x,panel.y,SIDE),
picture=svg("svg",{viewBox:"0 0 848 368"}),line=svg("g",{transform:`translate(${panel.x} ${panel.y})`}),you=pointHandle(
"you: lectures, hours",panel,picture,{low:0,high:10,step:.1,get:()=>[model.get("lectures"),model.get("hours")],put:([lectures,
hours])=>request({lectures:Math.min(lectures,8),hours})},svg("circle",{r:13,class:"ring"}),svg("path",{d:"M0 -9l9 9l-9 9\
l-9 -9z",class:"fill ink"}),textAt(13,5,"you",{class:"title halo"}));panel.inside.append(...classPoints(students.map(([a,
b,passed])=>[panel.px(a),panel.py(b),passed])));let bar=gauge(430,60),net=textAt(430,24,"",{class:"title"}),loss=textAt(
430,176,""),right=textAt(430,200,"");picture.append(ground.node,panel.node,line,you,net,bar.node,loss,right,...key(430,236));
let says=html("p",{class:"says",role:"status"}),rate=html("select",{"aria-label":"learning rate",change:()=>request({learning_rate:Number(
rate.value)})},...[.003,.1,3].map(v=>html("option",{value:v},String(v))));root.append(controlBar(playButton("train",model,
"step",()=>STEPS,request),slider("step",model,"step",{min:0,max:STEPS,step:1},request),html("label",{},"learning rate",rate)),
picture,says),drawWith(root,names,shown=>draw(shown,{bar,ground,line,loss,model,net,picture,rate,right,says,you}))}function draw(shown,{
bar,ground,line,loss,model,net,picture,rate,right,says,you}){return ground.show(shown.field,p=>classColour(2*p-1)),line.
replaceChildren(svg("path",{d:contour(shown.field,SIDE,.5),class:"line ink"})),you.show(),rate.value=String(model.get("l\
earning_rate")),bar.show(shown.p),net.textContent=shown.step?`network after ${shown.step} steps`:"untrained network",loss.
textContent=`loss for the students of last year: ${formatNumber(shown.loss)}`,right.textContent=`right predictions: ${shown.
right} of ${shown.of}`,says.textContent=sentence(shown,Math.max(...shown.field)-Math.min(...shown.field)<.01),picture.setAttribute(
"aria-label",says.textContent),{lectures:shown.lectures,hours:shown.hours,step:shown.step,learning_rate:shown.learning_rate,
p:shown.p,loss:shown.loss,right:shown.right,of:shown.of}}function sentence({step,p,learning_rate:rate,passed,of,right},constant){
let says=`The prediction for you is ${formatNumber(p)}. `;return step===0?`${says}The weights are random, so this predic\
tion means nothing.`:rate===3&&constant?`${says}It is the same for everyone, because all hidden neurons saturate after s\
teps that were too large. Of the ${of} students, ${passed} passed: this is a fraction of ${formatNumber(passed/of)}.`:rate===
3?`${says}The steps are too large, so the predictions change strongly from step to step.`:rate===.003?`${says}The learni\
ng rate is small, so the loss decreases slowly.`:`${says}The network is right for ${right} of the ${of} students of last\
 year.`}function gauge(x,y){let fill=svg("rect",{x,y,height:26,rx:3,class:"fill blue"}),value=textAt(x,y+56,"",{class:"t\
itle","text-anchor":"middle"});return{node:svg("g",{},svg("rect",{x,y,width:360,height:26,rx:3,class:"wash"}),fill,svg("\
path",{d:`M${x+360/2} ${y-6}v38`,class:"line thin dotted ink"}),textAt(x,y+42,"0",{class:"quiet"}),textAt(x+360,y+42,"1",
{class:"quiet","text-anchor":"end"}),value),show:p=>{setAttributes(fill,{width:360*p},[]),setAttributes(value,{x:x+clamp(
360*p,40,320)},[]),value.textContent=`p(pass) = ${formatNumber(p)}`}}}var key=(x,y)=>[...classPoints([[x+6,y-4,1],[x+96,
y-4,0]]),textAt(x+20,y,"passed",{class:"quiet"}),textAt(x+110,y,"failed",{class:"quiet"}),svg("path",{d:`M${x+172} ${y-4}\
h26`,class:"line ink"}),textAt(x+206,y,"p = ½",{class:"quiet"})],pass_class_default={render};export{pass_class_default as default};
