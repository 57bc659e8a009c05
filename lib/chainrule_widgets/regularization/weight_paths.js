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
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
return new Kind(bytes)}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw){
let now=()=>reportDrawn(root,draw()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var STEPS=61,strength=i=>10**(-2+3*i/60),DASHES=["","7 4","2 3","10 3 2 3","14 4","4 2"];function render({model,el}){let root=createRoot(
el,"Paths of the weights"),save=saveDebounced(model),names=model.get("names"),all=toNumbers(model.get("paths")),weight=(kind,i,j)=>all[(kind*
STEPS+i)*names.length+j],top=1.1*Math.max(...all.map(Math.abs)),panels=["L1: λ Σ |w|","L2: λ Σ w²"].map((title,kind)=>side(
title,kind,{names,weight,top})),picture=svg("svg",{viewBox:"0 0 848 316"},...panels.map(panel=>panel.node));panels.forEach(
({zone,x})=>{onDrag(zone,picture,px=>save({place:clamp(Math.round((px-x)/228*60),0,60)}))});let says=html("p",{class:"sa\
ys","aria-live":"polite"});root.append(controlBar(slider("strength λ",model,"place",{min:0,max:60,step:1,text:i=>formatNumber(
strength(i),2)},save)),picture,says),drawOnChange(root,model,["place"],()=>{let place=model.get("place"),zeros=panels.map(
panel=>panel.show(place)),kept=names.filter((_,j)=>weight(0,place,j)!==0),smallest=Math.min(...names.map((_,j)=>Math.abs(
weight(1,place,j))));return says.textContent=zeros[0]===0?`With λ = ${formatNumber(strength(place),2)}, no weight is ex\
actly 0.`:`L1 makes ${zeros[0]} of ${names.length} weights exactly 0${kept.length?` (not 0: ${kept.join(", ")})`:""}. L2\
 makes no weight exactly 0. The smallest absolute value is ${formatNumber(smallest)}.`,{place,strength:strength(place),zeros,
weights:[0,1].map(kind=>names.map((_,j)=>weight(kind,place,j))),says:says.textContent}})}function side(title,kind,{names,
weight,top}){let x=40+kind*428,panel=new Panel({x,y:26,width:228,height:236,xs:[0,60],ys:[-top,top]});panel.axes([],ticks(
-top,top,4),"λ");for(let i of[0,20,40,60])panel.frame.append(svg("path",{d:`M${panel.px(i)} 26v236`,class:"hair"}),textAt(
panel.px(i),277,String(strength(i)),{class:"quiet","text-anchor":"middle"}));let places=Array.from({length:STEPS},(_,i)=>i),
hues=["blue","orange","green","red","ink"];names.forEach((_,j)=>{panel.inside.append(svg("path",{d:panel.path(places,places.
map(i=>weight(kind,i,j))),class:`line ${hues[j%5]}`,"stroke-dasharray":DASHES[j%6]}))}),panel.inside.append(svg("path",{
d:`M${x} ${panel.py(0)}h228`,class:"line thin ink"}));let cursor=svg("path",{class:"line thin ink"}),values=names.map((name,j)=>({
value:textAt(x+378,0,"",{"text-anchor":"end"}),key:svg("path",{class:`line ${hues[j%5]}`,"stroke-dasharray":DASHES[j%6]}),
label:textAt(x+264,0,name)})),lines=values.flatMap(({value,key,label},j)=>{let y=46+j*Math.min(27,230/names.length);return value.
setAttribute("y",y),label.setAttribute("y",y),key.setAttribute("d",`M${x+236} ${y-4}h22`),[key,label,value]}),count=textAt(
x,302,"",{class:"title"}),zone=svg("g",{style:"cursor: ew-resize"},svg("rect",{x,y:26,width:228,height:236,fill:"transpa\
rent"}),panel.node,cursor),show=place=>{cursor.setAttribute("d",`M${panel.px(place)} 26v236`),values.forEach(({value},j)=>{
let w=weight(kind,place,j);value.textContent=w===0?"0":w.toFixed(3).replace("-","−"),value.setAttribute("class",w===0?
"quiet":"title")});let zeros=names.filter((_,j)=>weight(kind,place,j)===0).length;return count.textContent=`exactly 0: ${zeros}\
 of ${names.length}`,zeros};return{node:svg("g",{},textAt(x,14,title,{class:"title"}),zone,...lines,count),zone,x,show}}
var weight_paths_default={render};export{weight_paths_default as default};
