// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function playButton(label,model,name,last,save,seconds=2){let stop=null,start=()=>{if(matchMedia("(prefers-reduced-motio\
n: reduce)").matches){save({[name]:last()});return}let from=model.get(name)<last()?model.get(name):0,began=performance.now(),
running=!0;stop=()=>{running=!1,stop=null,button.textContent=label},button.textContent="stop",requestAnimationFrame(function next(now){
if(!running||!button.isConnected)return;let at=Math.min(last(),from+Math.round((now-began)/1e3/seconds*last()));save({[name]:Math.
max(at,0)}),at<last()?requestAnimationFrame(next):stop?.()})},button=html("button",{type:"button",click:()=>stop?stop():
start()},label);return button}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[SIDE,EDGE,STEPS,TILE]=[320,1.6,100,96],NAMES={"as measured":["x₁","x₂"],"made by hand":["x₁² + x₂²"],learned:[
"h₁","h₂","h₃"]};function render({model,el}){let root=createRoot(el,"Features"),dots=Object.fromEntries(Object.entries(
model.get("dots")).map(([name,view])=>{let all=toNumbers(view);return[name,Array.from({length:all.length/3},(_,i)=>[...all.
subarray(3*i,3*i+3)])]})),taken=(said,view)=>{let all=toNumbers(view),size=all.length/(said.features+1);return{...said,fields:Array.
from({length:said.features+1},(_,i)=>all.slice(i*size,(i+1)*size))}},{request,drawWith}=kernelState(model,taken),ground=heatmap(
30,8,SIDE),tiles=[0,1,2].map(i=>heatmap(430+i*134,40,TILE)),picture=svg("svg",{viewBox:"0 0 848 352",role:"img"}),scene=svg(
"g");picture.append(ground.node,...tiles.map(({node})=>node),scene);let says=html("p",{class:"says",role:"status"});root.
append(controlBar(select("points",model,"data",request,Object.keys(dots)),select("features",model,"representation",request),
playButton("train",model,"step",()=>STEPS,request),slider("step",model,"step",{min:0,max:STEPS,step:1},request)),picture,
says);let px=v=>30+(v+EDGE)/(2*EDGE)*SIDE,py=v=>8+(EDGE-v)/(2*EDGE)*SIDE;drawWith(root,[],shown=>draw(shown,{dots,ground,
picture,px,py,says,scene,tiles}))}function draw(shown,{dots,ground,picture,px,py,says,scene,tiles}){let{data,representation,
step,right,of,weights,bias,z,fields}=shown;ground.show(fields[0],p=>classColour(2*p-1)),tiles.forEach(({node,show},i)=>{
node.setAttribute("visibility",i<weights.length?"visible":"hidden"),i<weights.length&&show(fields[i+1],shade(Math.max(...fields[i+
1].map(Math.abs))))});let reach=1.05*Math.max(.5,...z.map(Math.abs)),axis=new Panel({x:430,y:216,width:400,height:96,xs:[
-reach,reach],ys:[0,2]});axis.axes(ticks(-reach,reach),[],"");let wrong=dots[data].map((dot,i)=>z[i]>0!=dot[2]>0);return axis.
inside.append(...classPoints(dots[data].map((dot,i)=>[axis.px(z[i]),axis.py(dot[2]>0?1.5+jitter(i):.5+jitter(i)),dot[2],
wrong[i]])),svg("path",{d:`M${axis.px(0)} 216v96`,class:"line ink"})),scene.replaceChildren(svg("g",{transform:"translat\
e(30 8)"},svg("path",{d:contour(fields[0],SIDE,.5),class:"line ink"}),svg("rect",{width:SIDE,height:SIDE,class:"hair"})),
...classPoints(dots[data].map((dot,i)=>[px(dot[0]),py(dot[1]),dot[2],wrong[i]])),textAt(430,20,weights.length>1?"value o\
f the features at each point":"value of the feature at each point",{class:"title"}),...weights.flatMap((w,i)=>[signs(fields[i+
1],430+i*134,40),svg("rect",{x:430+i*134,y:40,width:TILE,height:TILE,class:"hair"}),textAt(430+i*134,154,`${NAMES[representation][i]}\
,  weight ${formatNumber(w,2)}`)]),textAt(430,198,`z = ${sum(NAMES[representation],weights)} ${signed(bias)}, for each p\
oint`,{class:"title"}),textAt(830,345,"z",{class:"quiet","text-anchor":"end"}),axis.node),says.replaceChildren(html("b",
{},`${right} of ${of} right. `),sentence(shown)),picture.setAttribute("aria-label",says.textContent),{data,representation,
step,right,of,weights,bias}}var shade=most=>v=>[...v>0?COLOURS.blue:COLOURS.orange,Math.round(215*Math.min(1,Math.abs(v)/
(most||1)))];function signed(number){return`${number<0?"−":"+"} ${formatNumber(Math.abs(number),2)}`}function signs(field,x,y){
let cells=Math.sqrt(field.length),place=i=>[clamp(i%cells/(cells-1)*TILE,8,TILE-8),clamp(TILE*(1-Math.floor(i/cells)/(cells-
1)),10,TILE-4)],[high,low]=[Math.max(...field),Math.min(...field)],at=(value,text)=>{let[x2,y2]=place(field.indexOf(value));
return textAt(x2,y2,text,{class:"title halo","text-anchor":"middle"})};return svg("g",{transform:`translate(${x} ${y})`},
svg("path",{d:contour(field,TILE,0),class:"line thin ink"}),...high>0?[at(high,"+")]:[],...low<0?[at(low,"−")]:[])}var jitter=i=>.3*
(i*7919%101/50.5-1),sum=(names,weights)=>weights.map((_,i)=>`w${"₁₂₃"[i]}${names.length>1?` ${names[i]}`:` (${names[i]}\
)`}`).join(" + ");function sentence({data,representation,step,right,of}){return step===0?"The network is untrained: its \
weights are random. Press “train”.":representation==="as measured"?data==="circles"?"With x₁ and x₂, the neuron has \
a straight boundary. No straight line separates the two circles.":"A straight line is right for many points, but no stra\
ight line separates the two moons.":representation==="made by hand"?data==="circles"?"The feature is the squared distanc\
e from the origin. On this feature, one threshold is enough.":"This feature does not help here: the distance from the or\
igin says little about the class.":right>.97*of?"The hidden neurons have learned three features. With them, the last neu\
ron makes almost no mistake.":"The features are still changing. Move the slider to a later step."}var features_default={
render};export{features_default as default};
