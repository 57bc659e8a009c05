// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Gradient cloud"),{request,drawWith}=kernelState(model,(said,dots2)=>({
...said,dots:toNumbers(dots2)})),cloud=new Panel({x:44,y:26,width:300,height:300,xs:[-1,1],ys:[-1,1]}),scale=new Panel({
x:440,y:26,width:400,height:270,xs:[-.1,1.95],ys:[-2,1]}),[dots,arrow,around]=[svg("g"),svg("path",{class:"line ink"}),svg(
"circle",{class:"line dashed orange"})],full=svg("path",{class:"line ink"});cloud.inside.append(dots,around,arrow,full);
let[line,exact,marks,cursor]=[svg("path",{class:"line dashed ink thin"}),svg("path",{class:"line thin green dotted"}),svg(
"g"),svg("circle",{r:7,class:"line orange"})];scale.inside.append(line,exact,marks,cursor);let notes=svg("g"),picture=svg(
"svg",{viewBox:"0 0 848 366"},textAt(44,15,"∂J/∂w₁ over ∂J/∂w₀, one dot for each of 300 batches",{class:"tit\
le"}),cloud.node,textAt(440,15,"how far from the full gradient, over the batch size B",{class:"title"}),scale.node,notes),
says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(slider("batch size B",model,"batch_size",{min:1,
max:64,step:1},request),select("weights",model,"place",request),button("other batches",()=>request({seed:model.get("seed")+
1}))),picture,says),drawWith(root,[],shown=>draw(shown,{around,arrow,cloud,cursor,dots,exact,full,line,marks,notes,says,
scale}))}function draw(shown,{around,arrow,cloud,cursor,dots,exact,full,line,marks,notes,says,scale}){let{batch_size:size,
full:g,reach,measured,one,count}=shown,far=Math.max(reach,1.15*Math.hypot(...g));cloud.xs=[g[0]-far,g[0]+far],cloud.ys=[
g[1]-far,g[1]+far],cloud.axes(cloud.xTicks(4),cloud.yTicks(4),"∂J/∂w₀");let unit=300/(2*far);dots.replaceChildren(
...Array.from({length:shown.dots.length/2},(_,i)=>svg("circle",{cx:cloud.px(shown.dots[2*i]),cy:cloud.py(shown.dots[2*i+
1]),r:2.6,class:"fill blue","fill-opacity":.55})));let[cx,cy,ox,oy]=[cloud.px(g[0]),cloud.py(g[1]),cloud.px(0),cloud.py(
0)];setAttributes(around,{cx,cy,r:Math.max(1,measured[size-1]*unit)},[]),full.setAttribute("d",`M${cx-8} ${cy}h16M${cx} ${cy-
8}v16`),arrow.setAttribute("d",Math.hypot(...g)>1e-9?`M${ox} ${oy}L${cx} ${cy}`:""),arrow.style.strokeWidth=1.2;let[lowest,
highest]=[Math.log10(one/12),Math.log10(one)+.15];scale.ys=[lowest,highest];let sizes=[1,2,4,8,16,32,64],finite=measured.
map((s,i)=>[Math.log10(i+1),Math.log10(Math.max(s,1e-9))]);line.setAttribute("d",scale.path([0,Math.log10(count)],[Math.
log10(one),Math.log10(one/Math.sqrt(count))]));let most=Array.from({length:count-1},(_,i)=>i+1);return exact.setAttribute(
"d",scale.path(most.map(Math.log10),most.map(b=>Math.log10(one/Math.sqrt(b)*Math.sqrt((count-b)/(count-1)))))),marks.replaceChildren(
...sizes.slice(0,-1).map(b=>svg("circle",{cx:scale.px(finite[b-1][0]),cy:scale.py(finite[b-1][1]),r:3.5,class:"fill blue"}))),
setAttributes(cursor,{cx:scale.px(Math.log10(size)),cy:clamp(scale.py(finite[size-1][1]),26,296)},[]),drawNotes({highest,
lowest,notes,scale,sizes}),says.replaceChildren(...sentence(shown)),{batch_size:size,place:shown.place,full:g,spread:measured[size-
1],measured,one,downhill:shown.downhill,says:says.textContent}}function drawNotes({highest,lowest,notes,scale,sizes}){let heights=[
1,2,5].flatMap(m=>[-4,-3,-2,-1,0,1].map(p=>m*10**p)).filter(v=>Math.log10(v)>lowest&&Math.log10(v)<highest);notes.replaceChildren(
...sizes.flatMap(b=>[svg("path",{d:`M${scale.px(Math.log10(b))} 26v270`,class:"hair"}),textAt(scale.px(Math.log10(b)),311,
String(b),{class:"quiet","text-anchor":"middle"})]),...heights.flatMap(v=>[svg("path",{d:`M440 ${scale.py(Math.log10(v))}\
h400`,class:"hair"}),textAt(433,scale.py(Math.log10(v))+4,formatNumber(v),{class:"quiet","text-anchor":"end"})]),svg("ci\
rcle",{cx:454,cy:336,r:3.5,class:"fill blue"}),textAt(464,340,"measured"),svg("path",{d:"M540 336h28",class:"line dashed\
 ink thin"}),textAt(575,340,"1/√B"),svg("path",{d:"M670 336h28",class:"line thin green dotted"}),textAt(705,340,"drawn\
 without replacement"))}function sentence({batch_size:size,full,measured,one,count,downhill,of}){if(size===count)return[
html("b",{},"All examples. "),"Every batch is the whole training set, so all 300 dots are at the same place. This gradie\
nt is exact."];let spread=size===1?`The typical distance between the gradient of one example and the full gradient is ${formatNumber(
measured[0],2)}.`:`The typical distance between the gradient of a batch and the full gradient is ${formatNumber(measured[size-
1],2)}; for one example it is ${formatNumber(one,2)}.`;return Math.hypot(...full)<1e-9?[html("b",{},"Only noise. "),`The\
 full gradient is 0 here, but the gradients of the batches are not. ${spread}`]:[html("b",{},`${downhill} of ${of} steps\
 reduce the loss. `),`${spread} `+(size<=16?"With four times as many examples, it is about half as large.":"Most example\
s are in every batch now, so it is smaller than by 1/√B.")]}var gradient_cloud_default={render};export{gradient_cloud_default as default};
