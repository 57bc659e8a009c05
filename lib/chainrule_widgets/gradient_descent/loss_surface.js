// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
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
"aria-valuetext",text([a,b]))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function logSlider(label,model,name,{
min,max,text=formatNumber},save){let value=html("output"),ends={min:Math.log10(min),max:Math.log10(max)},input=html("inp\
ut",{type:"range",...ends,step:.01,"aria-label":label}),chosen=()=>Number((10**Number(input.value)).toPrecision(2));return input.
addEventListener("input",()=>save({[name]:chosen()})),follow(model,name,()=>{chosen()!==model.get(name)&&(input.value=String(
Math.log10(Math.max(model.get(name),min)))),value.textContent=text(model.get(name)),input.setAttribute("aria-valuetext",
value.textContent)}),html("label",{},label,input,value)}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var COLOURS={green:[0,158,115],red:[213,94,0],blue:[0,114,178],orange:[230,159,0],purple:[204,121,167],sky:[86,180,233]};function paint(canvas,field,colour){let cells=Math.sqrt(field.length);canvas.width!==cells&&(canvas.width=cells,canvas.height=
cells);let image=new ImageData(cells,cells),place=0;for(let row=cells-1;row>=0;row--)for(let column=0;column<cells;column++){
let found=colour(field[row*cells+column]);for(let part=0;part<4;part++)image.data[place++]=found[part]}penOf(canvas).putImageData(
image,0,0)}function contour(field,side,level){let cells=Math.sqrt(field.length),at=(row,column)=>field[row*cells+column]-
level,above=Uint8Array.from(field,value=>+(value>level)),step=side/(cells-1),d="";for(let row=0;row<cells-1;row++)for(let column=0;column<
cells-1;column++){let first=row*cells+column,high=above[first]+above[first+1]+above[first+cells]+above[first+cells+1];if(high===
0||high===4)continue;let cuts=cellCuts(at,row,column).map(([r,c])=>`${(c*step).toFixed(1)} ${(side-r*step).toFixed(1)}`);
for(let i=0;i+1<cuts.length;i+=2)d+=`M${cuts[i]}L${cuts[i+1]}`}return d}function cellCuts(at,row,column){let corners=[[row,
column],[row,column+1],[row+1,column+1],[row+1,column]],cuts=[];for(let[i,[r,c]]of corners.entries()){let[r2,c2]=corners[(i+
1)%4],[a,b]=[at(r,c),at(r2,c2)];if(a>0==b>0)continue;let part=a/(a-b);cuts.push([r+part*(r2-r),c+part*(c2-c)])}return cuts}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
px(a),-4e3,4e3),clamp(this.py(b),-4e3,4e3)]).map(([x,y],i)=>`${i?"L":"M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")}},stepDots=(map,places,attributes,most=80)=>places.
slice(0,most).filter(place=>place.every(Number.isFinite)).map(([a,b])=>svg("circle",{cx:map.px(a),cy:map.py(b),r:2,...attributes}));var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Loss surface"),names=["data","start","learning_rate","steps"],grounds=Object.
fromEntries(Object.entries(model.get("grounds")).map(([name,g])=>[name,{...g,field:toNumbers(g.field),points:toRows(toNumbers(
g.points),2)}])),{request,drawWith}=kernelState(model,(said,walked,curves)=>({...said,rows:toRows(toNumbers(walked,Float64Array),
3),ends:toNumbers(curves)})),map=new LossMap({x:34,y:22,side:350}),here=()=>grounds[model.get("data")],moveTo=place=>request(
{start:place.map((v,i)=>clamp(roundTo(v,.01),here().centre[i]-here().reach,here().centre[i]+here().reach))}),grip=mapHandle(
"weights",{step:()=>here().reach/50,get:()=>model.get("start"),put:moveTo}),surface=svg("g",{style:"cursor: crosshair"},
svg("rect",{x:34,y:22,width:350,height:350,fill:"transparent"}),map.node,grip),side=svg("g"),picture=svg("svg",{viewBox:"\
0 0 848 406"},surface,side);onDrag(surface,picture,(x,y)=>moveTo(map.at(x,y)));let says=html("p",{class:"says",role:"sta\
tus"});root.append(controlBar(select("data",model,"data",({data})=>request({data,start:[...grounds[data].start],learning_rate:grounds[data].
rate}),Object.keys(grounds)),logSlider("learning rate",model,"learning_rate",{min:.001,max:10},request),slider("steps",model,
"steps",{min:0,max:60,step:1},request)),picture,says),drawWith(root,[],shown=>draw(shown,{grip,grounds,map,names,says,side}))}
function draw(shown,{grip,grounds,map,names,says,side}){let ground=grounds[shown.data];map.show(ground.field,ground.reach,
ground.centre),map.ticks();let places=shown.rows.map(([a,b])=>[a,b]),end=places.at(-1);map.inside.replaceChildren(svg("p\
ath",{d:map.path(places),class:"line thin orange"}),...stepDots(map,places.slice(1),{class:"fill orange"}),svg("circle",
{cx:map.px(end[0]),cy:map.py(end[1]),r:shown.steps?5.5:0,class:"line green"})),grip.show(map),side.replaceChildren(plot(
ground,shown));let[before,after]=shown.losses,place=([a,b])=>`w₀ = ${formatNumber(a)}, w₁ = ${formatNumber(b)}`;return says.
replaceChildren(html("b",{},`J(${place(places[0])}) = ${formatNumber(before)}. `),shown.steps?after<before?`After ${shown.
steps} steps of gradient descent: ${place(end)}, J = ${formatNumber(after)}.`:`After ${shown.steps} steps of gradient de\
scent the loss is larger: J = ${formatNumber(after)}. The learning rate is too large.`:"The point on the left is the das\
hed line on the right. Move the point to where the loss is lowest, or let gradient descent do it: increase the steps."),
{...Object.fromEntries(names.map(name=>[name,shown[name]])),losses:shown.losses,path:places,says:says.textContent}}function plot({
points},{ends,steps,data}){let third=ends.length/3,[x,first,last]=[0,1,2].map(i=>[...ends.subarray(i*third,(i+1)*third)]),
ys=points.map(p=>p[1]),room=.15*(Math.max(...ys)-Math.min(...ys)),panel=new Panel({x:470,y:40,width:354,height:290,xs:[x[0],
x.at(-1)],ys:[Math.min(...ys)-room,Math.max(...ys)+room]}),yes=data.includes("benign");return panel.axes(panel.xTicks(5),
yes?[0,1]:panel.yTicks(5),yes?"mean radius of the cell nuclei, standardized":"x"),panel.frame.append(textAt(470,30,yes?"\
1 = benign, 0 = malignant; ŷ = σ(w₀ + w₁ x)":"ŷ = w₀ + w₁ x",{class:"quiet"})),panel.inside.append(...points.
map(([px,py])=>svg("circle",{cx:panel.px(px),cy:panel.py(py),r:3,class:"fill blue","fill-opacity":.55})),svg("path",{d:panel.
path(x,first),class:"line dashed orange"})),steps&&panel.inside.append(svg("path",{d:panel.path(x,last),class:"line gree\
n"})),panel.frame.append(svg("path",{d:"M470 385h30",class:"line dashed orange"}),textAt(508,389,"at the dot")),steps&&panel.
frame.append(svg("path",{d:"M600 385h30",class:"line green"}),textAt(638,389,"after the steps (ring)")),panel.node}var loss_surface_default={
render};export{loss_surface_default as default};
