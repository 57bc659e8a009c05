// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label2){let root=html("div",{class:"cr",role:"group","aria-label":label2,
...KEEP_KEYS});return el.append(root),root}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit2=>digit2===
"-"?"⁻":SUPERSCRIPTS[Number(digit2)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var SPOKEN={leaky_relu:"leaky ReLU",relu:"ReLU",glorot_uniform:"Glorot, uniform",xavier:"Xavier, 1/√n",he_normal:"He, \
normal",small_normal:"normal, σ = 0.05",large_normal:"normal, σ = 1.5",zeros:"all zero",cross_entropy:"cross-entropy",
mse:"squared error",mae:"absolute error",sgd:"SGD",momentum:"momentum 0.9",nesterov:"Nesterov 0.9",adagrad:"Adagrad",adadelta:"\
Adadelta",rmsprop:"RMSprop",adam:"Adam",exponential:"halved every 1000",inverse_time:"1 / (1 + t)",polynomial:"straight \
to 1 %",cosine:"cosine",hills:"hill and valley",plane:"slanted plane"},spoken=name=>SPOKEN[name]??name.replaceAll("_"," "),
labelled=(label2,...inside)=>html("label",{class:"knob"},html("span",{},label2),...inside);function options(names,chosen){
return names.map(name=>html("option",name===chosen?{value:name,selected:""}:{value:name},spoken(name)))}function picker(label2,name,session){
let select=html("select",{"aria-label":label2,change:()=>session.set({[name]:select.value})},...options(session.offers[name])),
show=()=>{select.value=session.model.get(name)};return session.model.on(`change:${name}`,show),show(),labelled(label2,select)}
function stopSlider(label2,name,session,text=formatNumber){let values=session.offers.stops[name],value=html("output"),input=html(
"input",{type:"range",min:0,max:values.length-1,step:1,"aria-label":label2}),nearest=wanted=>values.reduce((best,v,i)=>Math.
abs(v-wanted)<Math.abs(values[best]-wanted)?i:best,0),show=()=>{let now=session.model.get(name);values[Number(input.value)]!==
now&&(input.value=nearest(now)),value.textContent=text(now),input.setAttribute("aria-valuetext",value.textContent)};return input.
addEventListener("input",()=>session.set({[name]:values[Number(input.value)]})),session.model.on(`change:${name}`,show),
show(),setAttributes(labelled(label2,input),{},[value])}function tick(label2,name,session){let input=html("input",{type:"\
checkbox","aria-label":label2}),show=()=>{input.checked=session.model.get(name)};return input.addEventListener("change",
()=>session.set({[name]:input.checked})),session.model.on(`change:${name}`,show),show(),html("label",{class:"knob tick"},
html("span",{},label2),input)}var press=(label2,click,attributes={})=>html("button",{type:"button",click,...attributes},
label2);function trainingControls(session){return html("div",{class:"knobs"},stopSlider("learning rate","learning_rate",
session,v=>v<1e-5?formatNumber(v):String(Number(v.toPrecision(3)))),picker("schedule","schedule",session),picker("optimi\
zer","optimizer",session),picker("loss","loss",session),picker("first weights","initializer",session),stopSlider("batch \
size","batch_size",session,String),stopSlider("L1","l1",session),stopSlider("L2","l2",session),stopSlider("dropout","dro\
pout",session,v=>`${Math.round(100*v)} %`),tick("batch norm","batch_norm",session))}function dataControls(session){let classes=stopSlider(
"classes","classes",session,String),node=html("div",{class:"material"},picker("data","data",session),stopSlider("noise",
"noise",session,v=>`${v} %`),stopSlider("points","points",session,String),stopSlider("test share","test",session,v=>`${v}\
 %`),classes,press("other points",()=>session.set({sample:(session.model.get("sample")+1)%1e4}))),show=()=>{classes.hidden=
!["blobs","spirals"].includes(session.model.get("data"))};return session.model.on("change:data",show),show(),node}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var NAMED={x1:"x₁",x2:"x₂",x1x1:"x₁²",x2x2:"x₂²",x1x2:"x₁x₂",sin1:"sin x₁",sin2:"sin x₂"},PLANE={x1:a=>a,
x2:(_,b)=>b,x1x1:a=>a*a,x2x2:(_,b)=>b*b,x1x2:(a,b)=>a*b,sin1:a=>Math.sin(a),sin2:(_,b)=>Math.sin(b)},[TOP,TALL,REACH]=[50,
280,3],canvases=new Map;function canvasOf(side,name=side){return canvases.has(name)||canvases.set(name,new OffscreenCanvas(
side,side)),canvases.get(name)}function thumbnail(values,side,look,sheet=canvasOf(side)){let image=new ImageData(side,side),
[up,down]=[look.rgb.blue,look.rgb.orange];for(let i=0;i<side*side;i++){let value=values[(side-1-Math.floor(i/side))*side+
i%side],colour=value>0?up:down,at=4*i;for(let c=0;c<3;c++)image.data[at+c]=colour[c];image.data[at+3]=14+1.6*Math.abs(value)}
return penOf(sheet).putImageData(image,0,0),sheet}function featurePicture(name,look){return look.features[name]??=paintFeature(
name,look),look.features[name]}function paintFeature(name,look){let values=Array.from({length:256},(_,i)=>{let[a,b]=[i%16/
15*2*REACH-REACH,Math.floor(i/16)/15*2*REACH-REACH];return PLANE[name](a,b)}),most=Math.max(...values.map(Math.abs));return thumbnail(
values.map(v=>127*v/most),16,look,new OffscreenCanvas(16,16))}function places(width,session){let pixels=session.model.get(
"data")==="digits",names=pixels?["digits"]:session.offers.features,hidden=session.model.get("layers").map(([,units])=>units),
outputs=session.shown?.widths.at(-1)??1,columns=[names.length,...hidden,outputs],[first,last]=[64,width-30],at=i=>first+
(last-first)*i/(columns.length-1);return columns.map((count,column)=>{let step=Math.min((TALL-TOP)/count,46),size=column===
0&&pixels?64:clamp(step-4,8,Math.min(34,.74*(at(1)-first)));return Array.from({length:count},(_,i)=>({x:at(column),y:TOP+
(TALL-TOP)/2+(i-(count-1)/2)*step,size,column,i,name:column===0?names[i]:null}))})}function networkView(session){let sheet=html(
"canvas",{"aria-hidden":"true"}),over=html("div",{class:"over"}),box=html("div",{class:"net"},sheet,over),shape="",layout=()=>{
let columns=places(box.clientWidth||560,session),{data,features,layers}=session.settings(),now=JSON.stringify([columns.map(
c=>[c.length,c[0].x]),layers,data,features]);if(now!==shape){shape=now;let focus=over.contains(document.activeElement)?document.
activeElement?.getAttribute("aria-label"):null;over.replaceChildren(...features_(columns[0],session),...layerHeads(columns,
session),...neurons(columns,session)),focus&&[...over.querySelectorAll("[aria-label]")].find(n=>n.getAttribute("aria-lab\
el")===focus)?.focus()}return columns},draw2=()=>{let columns=layout(),[width,height]=[box.clientWidth||560,TALL+4],scale=globalThis.
devicePixelRatio||1;sheet.width!==Math.round(width*scale)&&Object.assign(sheet,{width:Math.round(width*scale),height:Math.
round(height*scale)});let pen=penOf(sheet);pen.setTransform(scale,0,0,scale,0,0),pen.clearRect(0,0,width,height);let shown=session.
shown;if(!shown||shown.widths.length!==columns.length||shown.widths.slice(1).some((n,i)=>n!==columns[i+1].length))return{
lines:0};let lines=drawLines(pen,columns,shown,session);return drawNeurons(pen,columns,shown,session),{lines,pictures:shown.
widths.slice(1).reduce((a,b)=>a+b)}};return new ResizeObserver(()=>session.redraw()).observe(box),{node:box,draw:draw2}}
function kernels({widths,weights}){let start=0;return widths.slice(1).map((to,layer)=>{let from=widths[layer],part={from,
to,kernel:weights.subarray(start,start+from*to),bias:weights.subarray(start+from*to,start+from*to+to)};return start+=from*
to+to,part})}function drawLines(pen,columns,shown,session){let{look}=session,lines=0;return kernels(shown).forEach(({from,
to,kernel},layer)=>{let whole=shown.pixels&&layer===0,sources=layer?columns[layer]:columns[0].filter(p=>whole||session.model.
get("features").includes(p.name));if(!(!whole&&sources.length!==from))for(let j=0;j<sources.length;j++)for(let i=0;i<to;i++){
let weight=whole?0:kernel[j*to+i],[a,b]=[sources[j],columns[layer+1][i]],[x,x2]=[a.x+a.size/2,b.x-b.size/2],middle=(x+x2)/
2,strength=Math.tanh(Math.abs(weight)/1.6);pen.globalAlpha=whole||!Number.isFinite(weight)?.2:.12+.75*strength,pen.strokeStyle=
whole?look.ink:weight<0?look.orange:look.blue,pen.lineWidth=whole?1:.5+4.5*strength,pen.setLineDash(weight<0?[5,4]:[]),pen.
beginPath(),pen.moveTo(x,a.y),pen.bezierCurveTo(middle,a.y,middle,b.y,x2,b.y),pen.stroke(),lines+=1}}),pen.globalAlpha=1,
pen.setLineDash([]),lines}function drawNeurons(pen,columns,shown,session){let{look,model}=session;pen.imageSmoothingEnabled=
!0;let framed=(place,alpha=.5,width=1)=>{Object.assign(pen,{strokeStyle:look.ink,lineWidth:width,globalAlpha:alpha}),pen.
strokeRect(place.x-place.size/2,place.y-place.size/2,place.size,place.size),pen.globalAlpha=1},picture=(place,sheet)=>pen.
drawImage(sheet,place.x-place.size/2,place.y-place.size/2,place.size,place.size);for(let place of columns[0]){let on=shown.
pixels||model.get("features").includes(place.name);pen.globalAlpha=on?1:.25,shown.pixels?picture(place,digit(shown.surface.
subarray(0,64),look)):picture(place,featurePicture(place.name,look)),framed(place,on?.6:.2)}let start=0,first=0;columns.
slice(1).forEach((column,layer)=>{for(let place of column){pen.globalAlpha=1;let side=shown.pixels?10:shown.cells;shown.
pixels&&layer===0&&columns.length>2?picture(place,pixelWeights(shown,place.i,look)):shown.pixels?classBars(pen,place,shown.
neurons.subarray(start,start+side),look):picture(place,thumbnail(shown.neurons.subarray(start,start+side*side),side,look)),
framed(place,session.hover===first?1:.5,session.hover===first?2.5:1),layer===columns.length-2&&shown.classes>2&&label(pen,
place,String(place.i),look),start+=shown.pixels?10:side*side,first+=1}}),session.exampleView.overlay(pen,columns)}function digit(bytes,look){
let image=new ImageData(8,8);for(let i=0;i<64;i++){for(let c=0;c<3;c++)image.data[4*i+c]=look.rgb.ink[c];image.data[4*i+
3]=bytes[i]}let sheet=canvasOf(8,"digit");return penOf(sheet).putImageData(image,0,0),sheet}function pixelWeights(shown,i,look){
let{to,kernel}=kernels(shown)[0],values=Array.from({length:64},(_,pixel)=>kernel[pixel*to+i]),most=Math.max(...values.map(
Math.abs))||1;return thumbnail(Array.from({length:64},(_,p)=>127*values[(7-Math.floor(p/8))*8+p%8]/most),8,look)}function classBars(pen,place,values,look){
let[left,bar,half]=[place.x-place.size/2,place.size/10,place.size/2],signed=values.some(v=>v<0),floor=place.y+(signed?0:
half);values.forEach((value,i)=>{let tall=value/127*(signed?half:place.size);pen.fillStyle=value<0?look.orange:look.blue,
pen.fillRect(left+i*bar,floor,bar*.8,-tall)})}function label(pen,place,text,look){Object.assign(pen,{fillStyle:look.ink,
textAlign:"left",font:"11px system-ui, sans-serif"}),pen.fillText(text,place.x+place.size/2+4,place.y+4)}function features_(column,session){
return session.model.get("data")==="digits"?[html("span",{class:"feature whole",style:`left:0; top:${column[0].y-54}px`},
"8 × 8 pixels")]:column.map(place=>{let chosen=()=>session.model.get("features"),on=chosen().includes(place.name),flip=()=>{
let next=session.offers.features.filter(name=>name===place.name?!on:chosen().includes(name));next.length&&session.set({features:next})};
return press(NAMED[place.name],flip,{class:"feature","aria-pressed":String(on),"aria-label":`feature ${NAMED[place.name]}`,
style:`left:0; top:${place.y-15}px; width:${place.x+place.size/2+3}px`})})}function layerHeads(columns,session){let layers=()=>session.
model.get("layers"),change=(at,pair)=>session.set({layers:layers().map((old,i)=>i===at?pair:old)}),gap=columns[1]?columns[1][0].
x-columns[0][0].x:80;return layers().map(([activation,units],i)=>{let select=html("select",{"aria-label":`activation of \
layer ${i+1}`,change:()=>change(i,[select.value,layers()[i][1]])},...options([...new Set([...session.offers.activation,activation])],
activation)),less=press("−",()=>change(i,[activation,units-1]),{"aria-label":`remove a neuron from layer ${i+1}`,...units<
2?{disabled:""}:{}}),more=press("+",()=>change(i,[activation,units+1]),{"aria-label":`add a neuron to layer ${i+1}`,...units>=
session.offers.widest?{disabled:""}:{}}),tight=gap<40?" narrow tiny":gap<66?" narrow":"";return html("div",{class:`head${tight}`,
style:`left:${columns[i+1][0].x-gap/2+1}px; width:${gap-2}px`},select,html("span",{},less,html("output",{},String(units)),
more))})}function neurons(columns,session){let nodes=[];return columns.slice(1,-1).flat().forEach((place,index)=>{let look=on=>()=>{
session.hover=on?index:null,session.redraw()};nodes.push(html("span",{class:"neuron",tabindex:0,role:"img","aria-label":`\
layer ${place.column}, neuron ${place.i+1}`,style:`left:${place.x-place.size/2}px; top:${place.y-place.size/2}px; width:${place.
size}px; height:${place.size}px`,pointerenter:look(!0),pointerleave:look(!1),focus:look(!0),blur:look(!1)}))}),nodes}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick2 of xTicks)lines.append(svg("path",{d:`M${this.px(tick2)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick2),y+height+15,formatNumber(tick2),{class:"quiet","text-anchor":"middle"}));for(let tick2 of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick2)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick2)+4,formatNumber(tick2),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};var[LOW,HIGH]=[-9,3];function progressView(session){let losses=new Panel({x:42,y:20,width:330,height:74,xs:[0,1],ys:[0,1]}),
train=svg("path",{class:"line blue"}),test=svg("path",{class:"line dashed orange"}),bars=svg("g"),values=svg("g");losses.
inside.append(test,train);let picture=svg("svg",{viewBox:"0 0 940 116",role:"img"},textAt(42,12,"loss by epoch",{class:"\
title"}),losses.node,bars,values);return{node:html("div",{class:"trace"},picture),draw:()=>{let{shown}=session;drawLosses(
losses,train,test,shown);let tops=drawGradients(bars,shown);return values.replaceChildren(...table(shown)),picture.setAttribute(
"aria-label",`Training loss ${said(shown.losses[0])}, test loss ${said(shown.losses[1])}`),{bars:tops,curve:shown.curves.
length/3}}}}var said=value=>value===null?"NaN":formatNumber(value);function drawLosses(panel,train,test,{curves,epoch,losses}){
let rows=[];for(let i=0;i<curves.length;i+=3)rows.push([curves[i],curves[i+1],curves[i+2]]);losses[0]!==null&&epoch>(rows.
at(-1)?.[0]??0)&&rows.push([epoch,...losses]);let finite=rows.flatMap(row=>row.slice(1)).filter(Number.isFinite),start=Math.
max(...(rows[0]??[0,1,1]).slice(1).filter(Number.isFinite),.001),top=clamp(Math.max(...finite,.001),.001,4*start)*1.06;panel.
xs=[0,Math.max(epoch,1)],panel.ys=[0,top];let due=`${panel.xs[1].toPrecision(2)} ${top.toPrecision(2)} ${curves.length}`;
due!==panel.due&&panel.axes(ticks(0,panel.xs[1],4).filter(Number.isInteger),ticks(0,top,3)),panel.due=due;let xs=rows.map(
row=>row[0]);train.setAttribute("d",panel.path(xs,rows.map(row=>row[1]))),test.setAttribute("d",panel.path(xs,rows.map(row=>row[2])))}
function drawGradients(group,{sizes,widths}){let[left,wide,floor,tall]=[448,290,94,74],share=power=>(clamp(power,LOW,HIGH)-
LOW)/(HIGH-LOW),nodes=[textAt(left,12,"size of the gradient, layer by layer",{class:"title"})];for(let power of[-9,-6,-3,
0,3]){let y=floor-tall*share(power);nodes.push(svg("path",{d:`M${left} ${y}h${wide}`,class:"hair"}),textAt(left-6,y+4,power?
`10${superscript(power)}`:"1",{class:"quiet","text-anchor":"end"}))}let count=widths.length-1,step=wide/count,tops=[];for(let i=0;i<
count;i++){let middle=left+step*(i+.5);if(nodes.push(textAt(middle,floor+15,i===count-1?count>6?"out":"output":String(i+
1),{class:"quiet","text-anchor":"middle"})),!sizes.length)continue;let size=sizes[i],height=size>0?Math.max(tall*share(Math.
log10(size)),1.5):0;tops.push(height/tall),size>0&&nodes.push(svg("rect",{x:middle-Math.min(step*.36,22),y:floor-height,
width:2*Math.min(step*.36,22),height,rx:2,class:"fill green"})),(!(size>0)||step>44)&&nodes.push(textAt(middle,floor-height-
4,size===null?"NaN":formatNumber(size,2),{"text-anchor":"middle",class:"small halo"}))}return sizes.length||nodes.push(textAt(
left+wide/2,floor-40,"take a step, and they appear",{class:"quiet","text-anchor":"middle"})),group.replaceChildren(...nodes),
tops}function table({losses,missed,examples,classes}){let rows=[["","training","test"],["loss",said(losses[0]),said(losses[1])]];
if(classes){let right=missed.map((wrong,i)=>`${(100*(examples[i]-wrong)/examples[i]).toFixed(1)} %`);rows.push(["right",
...right],["wrong",...missed.map((wrong,i)=>`${wrong} of ${examples[i]}`)])}return[...rows.flatMap(([name,...values],r)=>[
textAt(752,12+25*r+(r?6:0),name,{class:"quiet"}),...values.map((value,c)=>textAt(864+76*c,12+25*r+(r?6:0),value,{"text-a\
nchor":"end",class:r?"":"title"}))]),svg("path",{d:"M812 20h52",class:"line blue"}),svg("path",{d:"M896 20h44",class:"li\
ne dashed orange"})]}function exampleView(session){let state={at:0},number=html("input",{type:"number",min:0,step:1,"aria-label":"number of t\
he example"}),stage=html("b"),says=html("p",{class:"says",role:"status"}),grid=html("div",{class:"numbers"}),depth=()=>session.
shown.widths.length-1,go=by=>{state.at=clamp(state.at+by,0,2*depth()+1),session.redraw()},choose=example=>{session.example===
null&&(state.at=0),session.example=example,node.hidden=example===null,example!==null&&(number.value=example),session.request()};
number.addEventListener("input",()=>choose(Math.max(0,Math.round(Number(number.value)||0))));let bar=html("div",{class:"\
bar"},html("label",{},"example",number),press("◂ back",()=>go(-1),{"aria-label":"previous step"}),press("next ▸",()=>go(
1),{"aria-label":"next stage"}),stage,press("close",()=>choose(null))),node=html("div",{class:"walk",hidden:""},bar,grid,
says);return{node,draw:()=>{let walk=session.shown?.walk;if(session.example===null||!walk)return null;let now=meaning(state.
at,depth());stage.textContent=headline(now,depth()),grid.replaceChildren(numbers(now,walk)),says.textContent=arithmetic(
now,walk,session);let{kind,layer}=now;return{example:walk.example,at:state.at,kind,layer,loss:walk.loss,stages:walk.stages}},
overlay:(pen,columns)=>{session.example!==null&&session.shown.walk&&drawNumbers(pen,columns,session,state.at)},choose}}function meaning(at,depth){
return at===0?{kind:"input",layer:null}:at<=depth?{kind:"forward",layer:at-1}:at===depth+1?{kind:"loss",layer:null}:{kind:"\
backward",layer:2*depth+1-at}}function drawNumbers(pen,columns,{shown,look},at){let depth=shown.widths.length-1,{kind,layer:current}=meaning(
at,depth),back=kind==="backward";for(let[layer,{a,dz}]of shown.walk.stages.entries())if(back?layer>=current:layer<Math.min(
at,depth))for(let[i,place]of columns[layer+1].entries())drawNumber(pen,place,back?dz[i]:a[i],look,layer===current)}function drawNumber(pen,place,value,look,current){
let half=place.size/2;pen.globalAlpha=.82,pen.fillStyle=look.paper,pen.fillRect(place.x-half,place.y-half,place.size,place.
size),pen.globalAlpha=1,Object.assign(pen,{strokeStyle:current?look.red:look.ink,lineWidth:current?2.5:1}),pen.strokeRect(
place.x-half,place.y-half,place.size,place.size),pen.fillStyle=look.ink,pen.textAlign="center",pen.font=`600 ${place.size>
26?10:8}px system-ui, sans-serif`,place.size>=20?pen.fillText(value===null?"NaN":brief(value),place.x,place.y+3.5,place.
size-3):place.size>=12&&pen.fillText(value>0?"+":value<0?"−":"0",place.x,place.y+3)}function brief(value){let size=Math.
abs(value);return size!==0&&size<.01?`${value<0?"−":""}e−${-Math.floor(Math.log10(size))}`:value.toPrecision(2).replace(
"-","−")}function headline({kind,layer},depth){let name=layer===depth-1?"the output layer":`layer ${layer+1}`;return{input:"\
The input of the example.",forward:`Forward through ${name}.`,loss:"The loss of the example.",backward:`Back through ${name}\
.`}[kind]}function numbers({kind,layer},walk){let shown=row=>row.slice(0,16).map(v=>v===null?"NaN":formatNumber(v)),line=(name,row)=>html(
"tr",{},html("th",{},name),...shown(row).map(v=>html("td",{},v))),{z,a,dz,da}=walk.stages[layer]??walk.stages.at(-1),rows={
input:()=>[line("input",walk.inputs)],forward:()=>[line("z = x W + b",z),line("a = g(z)",a)],loss:()=>[line("ŷ",a),line(
"y",walk.target),line("J",[walk.loss])],backward:()=>[line("∂J/∂a",da),line("∂J/∂z",dz)]}[kind]();return html("t\
able",{},...rows)}function sum(values,weight){return`${values.slice(0,4).map((value,i)=>`${formatNumber(weight(i))}·${value<
0?`(${formatNumber(value)})`:formatNumber(value)}`).join(" + ")}${values.length>4?" + …":""}`.replaceAll("+ −","− ")}
function arithmetic({kind,layer},walk,session){let{z,a}=walk.stages[layer]??walk.stages.at(-1),name=session.model.get("l\
ayers")[layer]?.[0]??(session.shown.classes>2?"softmax":session.shown.classes?"sigmoid":"linear");if(kind==="input")return`\
The network gets these ${walk.inputs.length} numbers.`;if(kind==="loss")return`The loss of this one example is ${said(walk.
loss)}. Its derivative with respect to the output is the start of the backward pass.`;if(kind==="backward")return backwardArithmetic(
layer,walk,name,session.shown);let{to,kernel,bias}=kernels(session.shown)[layer],before=layer?walk.stages[layer-1].a:walk.
inputs;return session.model.get("batch_norm")&&layer<walk.stages.length-1?`First neuron: after batch normalization its w\
eighted sum is ${said(z[0])}, and ${spoken(name)} makes ${said(a[0])} of it.`:`First neuron: z = ${formatNumber(bias[0])}\
 + ${sum(before,j=>kernel[j*to])} = ${said(z[0])}, and ${spoken(name)} makes ${said(a[0])} of it.`}function backwardArithmetic(layer,walk,name,shown){
let{dz,da}=walk.stages[layer];if(name==="softmax")return`The probabilities sum to 1, so each derivative depends on all o\
f them: ∂J/∂z₁ = ${said(dz[0])}.`;if(!da[0])return"The gradient at the first neuron is 0, so it passes nothing bac\
k.";let slope=dz[0]/da[0],next=walk.stages[layer+1],product=`∂J/∂z = ∂J/∂a · ${spoken(name)}′(z) = ${formatNumber(
da[0])} · ${formatNumber(slope)}`,flat=Math.abs(slope)<.05?" The activation function is almost flat here, so almost not\
hing is passed back.":"",from=next?` ∂J/∂a = ${sum(next.dz,k=>kernels(shown)[layer+1].kernel[k])}: the gradient of t\
he next layer, multiplied by its weights.`:"";return`First neuron: ${product} = ${formatNumber(dz[0])}.${flat}${from}`}function layerControls(session){let layers=()=>session.model.get("layers"),everywhere=html("select",{"aria-label":"activ\
ation of all layers"},html("option",{value:""},"all …"),...options(session.offers.activation));everywhere.addEventListener(
"change",()=>{everywhere.value&&session.set({layers:layers().map(([,units])=>[everywhere.value,units])}),everywhere.value=
""});let remove=()=>session.set({layers:layers().slice(0,-1)}),add=()=>{layers().length<session.offers.deepest&&session.
set({layers:[...layers(),layers().at(-1)??["tanh",4]]})};return html("div",{class:"caption depth"},"layers",press("−",
remove,{"aria-label":"remove a layer"}),press("+",add,{"aria-label":"add a layer"}),everywhere)}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer,buffers)=>{answer.
view===view&&(open-=1,answer.id>received&&!answer.lost&&(received=answer.id,receive(answer,buffers)),waiting&&send())}),
state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var NAMES=["blue","orange","green","red","purple"];function pageColours(root){let style=getComputedStyle(root),sheet=new OffscreenCanvas(
1,1),pen=penOf(sheet,{willReadFrequently:!0}),rgb=colour=>(pen.clearRect(0,0,1,1),pen.fillStyle=colour,pen.fillRect(0,0,
1,1),[...pen.getImageData(0,0,1,1).data]),look=Object.fromEntries(NAMES.map(name=>[name,style.getPropertyValue(`--${name}`).
trim()])),paper=style.getPropertyValue("--jp-layout-color0").trim()||(rgb(style.color)[0]>128?"#111":"#fff"),all={...look,
ink:style.color,paper,features:{}};return{...all,rgb:Object.fromEntries([...NAMES,"ink"].map(name=>[name,rgb(all[name])]))}}var FRAME={playing:4,waiting:40},MOST_QUEUED=3,Session=class{constructor(model,root){this.model=model,this.root=root,this.
offers=model.get("offers"),this.shown=null,this.hover=null,this.example=null,this.exampleView=null,this.comment="",this.
playing=!1,this.version=0,this.redraw=()=>{},this.showTrouble=(()=>{}),this.showLoaded=(()=>{}),this.target=0,this.round=
null,this.oldest=0,this.queue=[],this.loading=null,this.beginning=!1,this.changed=!1,this.colours=null,this.save=saveDebounced(
model),this.send=requestLatest(model,(answer,buffers)=>this.receive(answer,buffers));let events=this.offers.settings.map(
name=>`change:${name}`).join(" ");model.on(events,()=>{this.beginning||this.followSettings()}),model.on("change:looks",()=>this.
request())}get look(){return this.colours??=pageColours(this.root),this.colours}settings(){return Object.fromEntries(this.
offers.settings.map(name=>[name,this.model.get(name)]))}set(settings){this.comment="",this.save(settings)}request(){if(this.
loading!==null){this.send({load:this.loading,version:this.version});return}this.send({state:this.settings(),version:this.
version,until:this.target,ms:this.playing?FRAME.playing:FRAME.waiting,round:this.round,...this.example===null?{}:{example:this.
example}})}receive(answer,buffers){if(answer.load){this.receiveLoaded(answer);return}if(answer.version!==this.version&&!this.
fits(answer))return;if(this.showTrouble(answer.trouble),answer.trouble){this.pause();return}let next=decode(answer,buffers);
if(answer.version!==this.version){this.shown=next,this.redraw();return}this.playing&&this.shown?.version===this.version?
this.queue.push(next):[this.queue,this.shown]=[[],next],this.queue.length>MOST_QUEUED&&this.queue.shift(),this.target=this.
playing?this.offers.most:Math.max(this.target,answer.steps),answer.ended?this.pause():answer.steps<this.target&&this.request(),
this.redraw()}takeQueued(){let next=this.queue.shift();next?.version===this.version&&(this.shown=next),this.queue.length&&
this.redraw()}fits({version,widths}){let now=[this.model.get("data")==="digits"?64:this.model.get("features").length,...this.
model.get("layers").map(([,units])=>units)],newer=version>Math.max(this.shown?.version??-1,this.oldest);return widths!==
void 0&&newer&&String(now)===String(widths.slice(0,-1))}receiveLoaded(answer){if(this.loading===null)return;this.loading=
null,answer.loaded&&this.begin(answer.loaded,answer.until);let trained=answer.until?`Loaded, with ${answer.until} steps \
of training.`:"Loaded.";this.showLoaded(answer.trouble||trained)}pause(){this.playing=!1,this.target=this.shown?.steps??
0,this.redraw()}play(){this.shown?.ended&&this.reset(),this.playing=!0,this.target=this.offers.most;for(let open=0;open<
3;open++)this.request();this.redraw()}reset(){this.round=Math.random(),this.oldest=this.version,this.requestNewVersion()}requestNewVersion(){
this.version+=1,this.root.dataset.version=String(this.version),this.target=this.playing?this.offers.most:0,this.request(),
this.playing&&this.request()}followSettings(){this.changed||(this.changed=!0,this.version+=1,queueMicrotask(()=>{this.changed=
!1,this.requestNewVersion()}))}step(steps){this.playing&&this.pause(),this.target=Math.max(this.target,this.shown.steps)+
steps,this.request()}begin(settings,until=0){this.playing=!1,this.beginning=!0,this.save(settings),this.beginning=!1,this.
oldest=this.version,this.version+=1,this.round=Math.random(),this.target=until,this.request(),this.redraw()}load(text){this.
pause(),this.loading=text,this.request()}};function decode(answer,[surface,neurons2,weights,points,marks,curves]){return{
...answer,surface:toNumbers(surface,Uint8Array),neurons:toNumbers(neurons2,Int8Array),weights:toNumbers(weights),points:toNumbers(
points),marks:toNumbers(marks,Uint8Array),curves:toNumbers(curves)}}function sharingView(session){let field=html("input",{type:"text","aria-label":"this state as text",spellcheck:"false",autocomplete:"\
off"}),heard=html("span",{class:"heard",role:"status"}),copied=async(text,what)=>{try{await navigator.clipboard.writeText(
text),heard.textContent=`${what} copied.`}catch{field.value=text,field.select(),heard.textContent="Press Ctrl+C to copy."}},
link=()=>`${location.origin}${location.pathname}#${session.shown.text}`,load=()=>{!field.value.trim()||field.value===session.
shown?.text||(heard.textContent="",session.load(field.value))};return field.addEventListener("change",load),field.addEventListener(
"keydown",event=>{event.key==="Enter"&&load()}),field.addEventListener("focus",()=>field.select()),{node:html("div",{class:"\
share"},html("label",{},"send this",field),press("copy text",()=>copied(session.shown.text,"Text")),press("copy link",()=>copied(
link(),"Link")),heard),draw:()=>{document.activeElement!==field&&(field.value=session.shown.text)},say:sentence=>{heard.
textContent=sentence},field}}function summary({steps,losses,sizes,diverged,missed,examples,classes,ended}){if(diverged)return`After ${steps} steps th\
e loss is NaN, because training diverged.`;if(ended)return"The run has ended. Reset it, or change something.";if(!steps)
return"Nothing is trained yet.";let[first,last]=[sizes[0],sizes.at(-1)];if(sizes.length>1&&sizes.slice(0,-1).every(size=>size===
0))return"The gradient of every hidden layer is exactly 0.";if(sizes.length>3&&first<1e-4*last)return`Vanishing gradient\
s: the gradient of the first layer is ${formatNumber(first/last,2)} times that of the last layer.`;if(Math.max(...sizes)>
100)return`Exploding: a gradient of ${formatNumber(Math.max(...sizes),2)}.`;let worse=losses[1]>1.5*losses[0]+.02;return worse&&
missed[0]===0&&missed[1]>0?`Overfitting: every training point is right, and ${missed[1]} of ${examples[1]} test points a\
re wrong.`:worse?"The test loss is much higher than the training loss: the network overfits.":classes&&missed[0]+missed[1]===
0?"Every point is classified right.":classes?`${missed[1]} of ${examples[1]} test points are wrong.`:`The test loss is ${formatNumber(
losses[1])}.`}var KINDS=["orange","blue","green","purple","red"],SQUARE=242;function glyph(pen,kind,x,y,size){if(pen.beginPath(),kind===
0)pen.rect(x-size*.85,y-size*.85,size*1.7,size*1.7);else if(kind===1)pen.arc(x,y,size,0,7);else{let corners={2:3,3:4,4:5}[kind];
for(let i=0;i<corners;i++){let angle=2*Math.PI*i/corners-Math.PI/2;pen.lineTo(x+1.25*size*Math.cos(angle),y+1.25*size*Math.
sin(angle))}pen.closePath()}}function washed(shown,look){let image=new ImageData(48,48);for(let i=0;i<2304;i++){let from=(47-
Math.floor(i/48))*48+i%48,colour=look.rgb[KINDS[shown.surface[from]]];for(let c=0;c<3;c++)image.data[4*i+c]=colour[c];image.
data[4*i+3]=22+.5*shown.surface[2304+from]}return image}function surfaceView(session){let scale=Math.max(globalThis.devicePixelRatio||
1,1),field=html("canvas",{width:48,height:48,class:"field","aria-hidden":"true"}),marks=html("canvas",{width:SQUARE*scale,
height:SQUARE*scale,role:"img"}),title=html("div",{class:"caption"}),key=html("div",{class:"legend"}),node=html("div",{class:"\
view"},title,html("div",{class:"square"},field,marks),key);marks.addEventListener("click",event=>{let{shown}=session;if(!shown||
shown.pixels)return;let box=marks.getBoundingClientRect(),[x,y]=[(event.clientX-box.left)/box.width*6-3,3-(event.clientY-
box.top)/box.height*6],far=i=>(shown.points[2*i]-x)**2+(shown.points[2*i+1]-y)**2,best=0;for(let i=1;i<shown.examples[0];i++)
far(i)<far(best)&&(best=i);session.exampleView.choose(best)});let legend="";return{node,draw:()=>{let{shown,look}=session,
pen=penOf(marks);pen.setTransform(scale,0,0,scale,0,0),pen.clearRect(0,0,SQUARE,SQUARE),field.hidden=shown.pixels;let known=JSON.
stringify([shown.classes,shown.pixels,look.ink]);known!==legend&&key.replaceChildren(...legendOf(shown,look)),legend=known;
let[rings,large]=[0,null];if(shown.pixels)rings=drawDigits(pen,shown,look);else{let pen48=penOf(field),count=shown.widths.
slice(1,-1).reduce((a,b)=>a+b,0),single=session.hover!==null&&session.hover<count;if(single){large=session.hover;let area=shown.
cells*shown.cells;pen48.clearRect(0,0,48,48),pen48.drawImage(thumbnail(shown.neurons.subarray(session.hover*area,(session.
hover+1)*area),shown.cells,look),0,0,48,48)}else pen48.putImageData(washed(shown,look),0,0);rings=drawPoints(pen,shown,look,
session.example),title.textContent=single?"output of this neuron":shown.classes?"output of the network":"prediction of t\
he network"}return shown.pixels&&(title.textContent="test digits and predictions"),marks.setAttribute("aria-label",shown.
classes?`${shown.missed[1]} of ${shown.examples[1]} test examples wrong`:"targets as heights over the plane"),{rings,large}}}}
function drawPoints(pen,{points,marks,examples,classes},look,chosen){let rings=0,size=marks.length>500?3:3.6;for(let i=0;i<
marks.length/2;i++){let[x,y]=[(points[2*i]+3)/6*SQUARE,(3-points[2*i+1])/6*SQUARE],tested=i>=examples[0],height=(marks[2*
i]-100)/100,kind=classes?marks[2*i]:+(height>0);glyph(pen,kind,x,y,size),pen.globalAlpha=classes?1:.15+.85*Math.min(Math.
abs(height),1),pen.fillStyle=tested?look.paper:look[KINDS[kind]],pen.strokeStyle=tested?look[KINDS[kind]]:look.paper,pen.
lineWidth=tested?1.6:.8,pen.fill(),pen.stroke(),pen.globalAlpha=1,tested&&classes&&marks[2*i]!==marks[2*i+1]&&(Object.assign(
pen,{strokeStyle:look.ink,lineWidth:1.3}),pen.beginPath(),pen.arc(x,y,7.5,0,7),pen.stroke(),rings+=1),i===chosen&&(Object.
assign(pen,{strokeStyle:look.ink,lineWidth:2}),pen.strokeRect(x-9,y-9,18,18))}return rings}function drawDigits(pen,{surface,
marks,examples},look){let rings=0,[wide,tall]=[SQUARE/10,SQUARE/6];pen.imageSmoothingEnabled=!1,pen.textAlign="center";for(let i=0;i<
Math.min(60,examples[1]);i++){let[x,y]=[i%10*wide,Math.floor(i/10)*tall],[right,says]=marks.subarray(2*(examples[0]+i),2*
(examples[0]+i)+2);pen.drawImage(digit(surface.subarray(64*i,64*i+64),look),x+3,y+2,wide-6,wide-6);let wrong=right!==says;
pen.fillStyle=wrong?look.red:look.ink,pen.globalAlpha=wrong?1:.6,pen.font=`${wrong?"700 14":"400 12"}px system-ui, sans-\
serif`,pen.fillText(String(says),x+wide/2,y+tall-6),pen.globalAlpha=1,wrong&&(Object.assign(pen,{strokeStyle:look.red,lineWidth:1.6}),
pen.setLineDash([4,3]),pen.strokeRect(x+1,y+1,wide-2,tall-3),pen.setLineDash([]),rings+=1)}return rings}function legendOf({
classes,pixels},look){let sign=paintIt=>{let sheet=html("canvas",{width:32,height:32,"aria-hidden":"true"}),pen=penOf(sheet);
return pen.scale(2,2),paintIt(pen),sheet},dot=(kind,tested)=>sign(pen=>{glyph(pen,kind,8,8,4),Object.assign(pen,{fillStyle:tested?
look.paper:look[KINDS[kind]],strokeStyle:look[KINDS[kind]],lineWidth:1.6}),pen.fill(),pen.stroke()}),ring=sign(pen=>{Object.
assign(pen,{strokeStyle:look.ink,lineWidth:1.3}),pen.beginPath(),pen.arc(8,8,6.5,0,7),pen.stroke()}),entry=(sign_,text)=>html(
"span",{},sign_,text);return pixels?[html("span",{},"broken frame: wrong")]:[...classes?Array.from({length:classes},(_,i)=>entry(
dot(i,!1),String(i))):[entry(dot(1,!1),"high"),entry(dot(0,!1),"low")],entry(dot(1,!0),"test"),...classes?[entry(ring,"w\
rong")]:[]]}function toolbar(session,toggleExample){let play=press("▶ Play",()=>session.playing?session.pause():session.play(),{class:"\
play"}),clock=html("output",{class:"clock"}),other=()=>session.set({seed:(session.model.get("seed")+1)%1e4});return{node:html(
"div",{class:"bar"},play,press("step",()=>session.step(1),{title:"one batch"}),press("epoch",()=>session.step(session.shown.
epoch_steps),{title:"one pass through all training points"}),press("reset",()=>session.reset(),{title:"start again with \
the same weights"}),press("other weights",other),clock,press("one example ▸",toggleExample),html("label",{class:"try"},
"try",presets(session))),draw:()=>{play.textContent=session.playing?"❚❚ Pause":"▶ Play",play.setAttribute("aria-pr\
essed",String(session.playing)),session.shown&&(clock.textContent=`epoch ${Math.floor(session.shown.epoch)} · step ${session.
shown.steps}`)}}}function presets(session){let all=session.offers.presets,node=html("select",{"aria-label":"presets"});for(let[
good,label2]of[[!0,"that learn"],[!1,"that fail, and why"]]){let some=all.filter(preset=>preset.good===good);node.append(
html("optgroup",{label:label2},...some.map(({name})=>html("option",{value:name},name))))}return node.value=session.offers.
chosen,session.comment=all.find(({name})=>name===node.value)?.says??"",node.addEventListener("change",()=>{let found=all.
find(({name})=>name===node.value);found&&(session.begin(found.state),session.comment=found.says)}),node}var FRAMES_PER_THEME=30;function render({model,el}){let root=createRoot(el,"Playground");root.classList.add("playground");
let session=new Session(model,root);session.exampleView=exampleView(session);let views={bar:toolbar(session,()=>session.
exampleView.choose(session.example===null?0:null)),net:networkView(session),surface:surfaceView(session),progress:progressView(
session),sharing:sharingView(session)},says=html("p",{class:"says",role:"status"});root.append(views.bar.node,trainingControls(
session),html("div",{class:"stageRow"},dataControls(session),html("div",{class:"middle"},layerControls(session),views.net.
node),views.surface.node),views.progress.node,session.exampleView.node,says,views.sharing.node,troubleLine(session)),session.
showLoaded=views.sharing.say;let frames=0;return session.redraw=throttle(()=>{if(views.bar.draw(),session.takeQueued(),!session.
shown)return;frames+=1,frames%FRAMES_PER_THEME===1&&(session.colours=null);let drawn=draw(session,views,says);reportDrawn(
root,{...drawn,frames,playing:session.playing,version:session.version})}),session.request(),followAddress(session)}function troubleLine(session){
let node=html("p",{class:"trouble",role:"alert"},session.model.get("trouble"));return session.showTrouble=text=>{node.textContent=
text||session.model.get("trouble"),text?session.root.dataset.trouble=text:delete session.root.dataset.trouble},node}function followAddress(session){
let follow=()=>{let sent=decodeURIComponent(location.hash.slice(1));/^cr\d+~/.test(sent)&&session.load(sent)};return follow(),
globalThis.addEventListener("hashchange",follow),()=>globalThis.removeEventListener("hashchange",follow)}function draw(session,{
bar,net,surface,progress,sharing},says){let{shown,comment,root}=session,drawn={...net.draw(),...surface.draw(),...progress.
draw()},walk=session.exampleView.draw();progress.node.hidden=walk!==null,sharing.draw(),bar.draw(),says.replaceChildren(
...comment?[html("b",{},comment)," "]:[],summary(shown));let option=root.querySelector('option[value="cross_entropy"]');
option.textContent=spoken(shown.classes?"cross_entropy":"mse");let{steps,epoch,losses,missed,examples,sizes,widths,text,
rate,ended,diverged}=shown;return{...{steps,epoch,losses,missed,examples,sizes,widths,text,rate,ended,diverged},...drawn,
walk,weights:[...shown.weights.subarray(0,12)],says:says.textContent}}var playground_default={render};export{playground_default as default};
