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
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Growing network"),save=saveDebounced(model),sizes=model.get("sizes"),
all=toNumbers(model.get("losses")),epochs=all.length/sizes.length/2,curve=(size,kind)=>all.subarray((2*size+kind)*epochs,
(2*size+kind+1)*epochs),lowest=sizes.map((_,i)=>Math.min(...curve(i,1))),final=sizes.map((_,i)=>curve(i,0)[epochs-1]),last=sizes.
map((_,i)=>curve(i,1)[epochs-1]),top=1.05*Math.max(...last,...lowest),left=new Panel({x:44,y:26,width:410,height:230,xs:[
0,epochs],ys:[0,top]});left.axes(ticks(0,epochs),ticks(0,top,4),"epoch");let[train,held]=[svg("path",{class:"line dashed\
 blue"}),svg("path",{class:"line orange"})],bottom=svg("path",{class:"fill orange"});left.inside.append(train,held,bottom);
let right=sizePanel({sizes,top}),places=sizes.map((_,i)=>i),xs=Array.from({length:epochs},(_,i)=>i+1),{stop,cursor}=drawSizes(
{final,last,lowest,places,right}),{surface,picture}=scene(left,right);onDrag(surface,picture,x=>save({size:clamp(Math.round(
-.4+(x-530)/300*(sizes.length-.2)),0,sizes.length-1)}));let says=html("p",{class:"says","aria-live":"polite"});root.append(
controlBar(slider("hidden units",model,"size",{min:0,max:sizes.length-1,step:1,text:i=>String(sizes[i])},save),slider("s\
mallest improvement",model,"gain",{min:0,max:.05,step:.001},save)),picture,says),drawOnChange(root,model,["size","gain"],
()=>draw({bottom,cursor,curve,epochs,final,held,last,left,lowest,model,places,right,says,sizes,stop,train,xs}))}function drawSizes({
final,last,lowest,places,right}){let stop=svg("g"),cursor=svg("path",{class:"line thin ink"});return right.inside.append(
svg("path",{d:right.path(places,final),class:"line dashed blue"}),svg("path",{d:right.path(places,last),class:"line dott\
ed red"}),svg("path",{d:right.path(places,lowest),class:"line orange"}),...places.map(i=>svg("circle",{cx:right.px(i),cy:right.
py(lowest[i]),r:3.5,class:"fill orange"})),stop,cursor),{stop,cursor}}function sizePanel({sizes,top}){let right=new Panel(
{x:530,y:26,width:300,height:230,xs:[-.4,sizes.length-.6],ys:[0,top]});return right.axes([],ticks(0,top,4),"hidden units"),
sizes.forEach((units,i)=>{right.frame.append(svg("path",{d:`M${right.px(i)} 26v230`,class:"hair"}),textAt(right.px(i),271,
String(units),{class:"quiet","text-anchor":"middle"}))}),right}function scene(left,right){let surface=svg("g",{style:"cu\
rsor: ew-resize"},svg("rect",{x:530,y:26,width:300,height:230,fill:"transparent"}),right.node),picture=svg("svg",{viewBox:"\
0 0 848 326"},left.node,surface,textAt(44,14,"this network: loss after each epoch",{class:"title"}),textAt(530,14,"all n\
etworks: loss by size",{class:"title"}),...legend());return{surface,picture}}function legend(){let key=(x,kind,text)=>[svg(
"path",{d:`M${x} 312h30`,class:kind}),textAt(x+38,316,text)];return[...key(44,"line dashed blue","training (right: at th\
e end)"),...key(290,"line orange","validation (right: at its lowest)"),...key(560,"line dotted red","validation, at the \
end")]}function draw({bottom,cursor,curve,epochs,final,held,last,left,lowest,model,places,right,says,sizes,stop,train,xs}){
let[size,gain]=[model.get("size"),model.get("gain")],found=places.findIndex(i=>i+1===sizes.length||lowest[i]-lowest[i+1]<=
gain);train.setAttribute("d",left.path(xs,curve(size,0))),held.setAttribute("d",left.path(xs,curve(size,1)));let epoch=curve(
size,1).indexOf(lowest[size])+1;setAttributes(bottom,{d:`M${left.px(epoch)} ${left.py(lowest[size])-7}l7 7l-7 7l-7 -7z`},
[]),cursor.setAttribute("d",`M${right.px(size)} 26v230`);let x=right.px(found);return stop.replaceChildren(svg("circle",
{cx:x,cy:right.py(lowest[found]),r:9,class:"line ink"}),textAt(x,right.py(lowest[found])+26,`stop at ${sizes[found]}`,{class:"\
title halo","text-anchor":x>770?"end":x<570?"start":"middle"})),says.textContent=sentence({units:sizes[size],size,found,
epoch,epochs,lowest:lowest[size],end:last[size],train:final[size],step:size+1<sizes.length?lowest[size]-lowest[size+1]:null,
gain}),{units:sizes[size],gain,stop:sizes[found],lowest:lowest[size],epoch,train:final[size],end:last[size],says:says.textContent}}
function sentence({units,size,found,epoch,epochs,lowest,end,train,step,gain}){let name=`${units} hidden unit${units===1?
"":"s"}`;if(size<found)return`${name}: too small. The next size lowers the validation loss by ${formatNumber(step)}, whi\
ch is more than ${formatNumber(gain)}.`;let late=epoch<epochs&&end>lowest+.02?` The validation loss is lowest after epoc\
h ${epoch}. Then it rises to ${formatNumber(end)}, while the training loss falls to ${formatNumber(train)}.`:"";return size===
found?`${name}: the right size. `+(step===null?"No larger network was trained.":`The next size lowers the validation los\
s by at most ${formatNumber(gain)}.`)+late:`${name}: larger than needed. The lowest validation loss is ${formatNumber(lowest)}\
.${late}`}var growth_default={render};export{growth_default as default};
