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
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var COLOURS={green:[0,158,115],red:[213,94,0],blue:[0,114,178],orange:[230,159,0],purple:[204,121,167],sky:[86,180,233]};
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[SIDE,REACH]=[300,3],SIGNS={same:"✓ Same. ",parts:"✗ Different. ",unusable:"✗ Nothing to plot. "};function render({
model,el}){let root=createRoot(el,`Your perceptron: ${model.get("name")}`),names=["w0","w1","w2"],{request,drawWith}=kernelState(
model,(said,fields)=>({...said,fields:toNumbers(fields)})),picture=svg("svg",{viewBox:"0 0 848 362",role:"img"}),sheets=[
panelAt(34),panelAt(450)],grounds=sheets.map(panel=>heatmap(panel.x,panel.y,SIDE)),lines=sheets.map(panel=>svg("g",{transform:`\
translate(${panel.x} ${panel.y})`})),mark=svg("g"),none=textAt(600,174,"",{class:"quiet","text-anchor":"middle"});picture.
append(textAt(34,16,"the library",{class:"title"}),textAt(450,16,`${model.get("name")}, yours`,{class:"title"}),...grounds.
map(({node})=>node),...sheets.map(({node})=>node),...lines,mark,none);let says=html("p",{class:"says",role:"status"});root.
append(controlBar(slider("w₀",model,"w0",{min:-6,max:6,step:.1},request),slider("w₁",model,"w1",{min:-4,max:4,step:.1},
request),slider("w₂",model,"w2",{min:-4,max:4,step:.1},request)),picture,says),drawWith(root,[],shown=>draw(shown,{grounds,
lines,mark,names,none,picture,says,sheets}))}function draw(shown,{grounds,lines,mark,names,none,picture,says,sheets}){let{
fields,verdict,wrong,at}=shown,usable=verdict!=="unusable",size=usable?fields.length/2:fields.length,both=[fields.slice(
0,size),fields.slice(size)];return both.forEach((field,i)=>{let there=field.length>0;grounds[i].node.setAttribute("visib\
ility",there?"visible":"hidden"),lines[i].replaceChildren(),there&&(grounds[i].show(field,p=>Number.isFinite(p)&&p>=-1e-6&&
p<=1+1e-6?classColour(2*p-1):[128,128,128,110]),lines[i].append(svg("path",{d:contour(field,SIDE,.5),class:"line ink"})),
i&&lines[i].append(svg("path",{d:contour(both[0],SIDE,.5),class:"line dashed blue"})))}),none.textContent=usable?"":"you\
r function has no result to plot",mark.replaceChildren(),at&&mark.append(...sheets.map(panel=>svg("circle",{cx:panel.px(
at[0]),cy:panel.py(at[1]),r:8,class:"line red"}))),says.replaceChildren(html("b",{},SIGNS[verdict]),shown.says,usable?" \
The dashed line is the library's decision boundary.":""),picture.setAttribute("aria-label",says.textContent),{w:names.map(
name=>shown[name]),verdict,wrong,at,says:shown.says}}function panelAt(x){let panel=new Panel({x,y:26,width:SIDE,height:SIDE,
xs:[-REACH,REACH],ys:[-REACH,REACH]});return panel.axes([-3,0,3],[-3,0,3],"x₁"),panel.inside.append(textAt(x+6,42,"x₂",
{class:"quiet halo"})),panel}var own_perceptron_default={render};export{own_perceptron_default as default};
