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
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
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
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[KINDS,GRID_]=[["l1","l2"],Array.from({length:101},(_,i)=>-1+i/50)];function render({model,el}){let root=createRoot(el,
"Network with a penalty"),save=saveDebounced(model),strengths=model.get("strengths"),PLACES=strengths.length,[fits,weights,
dots]=["fits","weights","dots"].map(name=>toNumbers(model.get(name))),slice=(array,kind,place,length)=>[...array.subarray(
(kind*PLACES+place)*length,(kind*PLACES+place+1)*length)],left=new Panel({x:36,y:26,width:380,height:230,xs:[-1,1],ys:[-2,
2]});left.axes([-1,0,1],[-2,-1,0,1,2],"x");let right=strengthPanel({strengths}),strip=new Panel({x:490,y:218,width:340,height:38,
xs:[-16,16],ys:[0,1]});strip.axes([-15,-10,-5,0,5,10,15],[],"values of the 80 weights");let paint=kind=>svg("path",{class:kind}),
[fit,real,marks,train,fresh,cursor,ink]=["line blue","line dashed ink","line thin ink","line dotted green","line orange",
"line thin ink","line thin blue"].map(paint);left.inside.append(real,fit,marks),right.inside.append(train,fresh,cursor),
strip.inside.append(ink),drawExamples({dots,left,marks,real});let count=textAt(830,210,"",{"text-anchor":"end"}),zone=svg(
"g",{style:"cursor: ew-resize"},svg("rect",{x:490,y:26,width:340,height:130,fill:"transparent"}),right.node),picture=svg(
"svg",{viewBox:"0 0 848 326"},left.node,zone,strip.node,count,...captions());onDrag(zone,picture,x=>save({place:clamp(Math.
round(-.3+(x-490)/340*(PLACES-.4)),0,PLACES-1)}));let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(
select("penalty",model,"kind",save),slider("strength λ",model,"place",{min:0,max:PLACES-1,step:1,text:i=>formatNumber(strengths[i])},
save)),picture,says),drawOnChange(root,model,["kind","place"],()=>draw({count,cursor,fits,fit,fresh,ink,left,model,right,
says,slice,strengths,strip,train,weights}))}function drawExamples({dots,left,marks,real}){let n=dots.length/2;marks.setAttribute(
"d",Array.from({length:n},(_,i)=>`M${left.px(dots[i])-4} ${left.py(dots[n+i])}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`).join("")),
real.setAttribute("d",left.path(GRID_,GRID_.map(x=>Math.sin(Math.PI*x))))}function captions(){return[textAt(36,14,"outpu\
t of the network; true function (dashed)",{class:"title"}),textAt(490,14,"mean squared error by λ",{class:"title"}),svg(
"path",{d:"M466 314h30",class:"line orange"}),textAt(504,318,"distance from the true function"),svg("path",{d:"M722 314h\
30",class:"line dotted green"}),textAt(760,318,"training error")]}function strengthPanel({strengths}){let right=new Panel(
{x:490,y:26,width:340,height:130,xs:[-.3,strengths.length-.7],ys:[-2.4,0]});return strengths.forEach((at,i)=>{right.frame.
append(svg("path",{d:`M${right.px(i)} 26v130`,class:"hair"}),...i%2||i===0?[textAt(right.px(i),171,at===0?"0":String(at),
{class:"quiet","text-anchor":"middle"})]:[])}),[0,-1,-2].forEach(power=>{right.frame.append(svg("path",{d:`M490 ${right.
py(power)}h340`,class:"hair"}),textAt(484,right.py(power)+4,String(10**power),{class:"quiet","text-anchor":"end"}))}),right}
function draw({count,cursor,fits,fit,fresh,ink,left,model,right,says,slice,strengths,strip,train,weights}){let[kind,place]=[
KINDS.indexOf(model.get("kind")),model.get("place")],[training,distance]=model.get("errors").map(error=>error[kind]),mine=slice(
weights,kind,place,80),places=strengths.map((_,i)=>i);fit.setAttribute("d",left.path(GRID_,slice(fits,kind,place,101))),
train.setAttribute("d",right.path(places,training.map(Math.log10))),fresh.setAttribute("d",right.path(places,distance.map(
Math.log10))),cursor.setAttribute("d",`M${right.px(place)} 26v130`),ink.setAttribute("d",mine.map(w=>`M${strip.px(w)} 21\
8v38`).join(""));let small=mine.filter(w=>Math.abs(w)<.02).length,largest=Math.max(...mine.map(Math.abs));count.textContent=
`${small} of 80 within ±0.02; largest ${formatNumber(largest)}`;let best=distance.indexOf(Math.min(...distance));return says.
textContent=sentence(place,best,training[place],distance[place]),{kind:KINDS[kind],strength:strengths[place],training:training[place],
distance:distance[place],best:strengths[best],small,largest,says:says.textContent}}function sentence(place,best,training,distance){
let numbers=`training error ${formatNumber(training)}, distance from the true function ${formatNumber(distance)}`;return place<
best?`The penalty is too small, and the network follows the noise: ${numbers}.`:place===best?`With this penalty, the net\
work is closest to the true function. ${numbers[0].toUpperCase()}${numbers.slice(1)}.`:`The penalty is too large, and th\
e network is underfitting: ${numbers}.`}var priced_net_default={render};export{priced_net_default as default};
