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
return String(Number(value.toPrecision(digits))).replace("-","−")}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){let node=svg("g",{class:"handle",
...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?"vertical":"horizontal"},...{"a\
ria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",event=>{let by=STEPS[event.key],
end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();let next=end??get()+by*step*
(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{node.setAttribute("aria\
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var SUPER=n=>[...n.toFixed(1).replace(/\.0$/,"")].map(c=>({"-":"⁻",".":"·"})[c]??"⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join(
"");function render({model,el}){let root=createRoot(el,"Step size of a numerical derivative"),save=saveDebounced(model),
tables=Object.fromEntries(Object.entries(model.get("tables")).map(([name,view])=>[name,toNumbers(view,Float64Array)])),lines=Object.
fromEntries(Object.entries(model.get("lines")).map(([name,view])=>[name,toNumbers(view)])),near=new Panel({x:44,y:24,width:330,
height:236,xs:[-1.5,2.5],ys:[-.1,1.1]}),vee=drawScale();vee.frame.append(textAt(840,291,"h",{class:"quiet","text-anchor":"\
end"}));let curve=svg("path",{class:"line blue"}),true_=svg("path",{class:"line thin ink dotted"}),secant=svg("path",{class:"\
line orange"}),ends=[0,1].map(()=>svg("circle",{r:4.5,class:"fill orange"})),point=svg("circle",{r:4.5,class:"fill blue"}),
[one,two]=[svg("path",{class:"line dashed green"}),svg("path",{class:"line orange"})],cursor=svg("path",{class:"hair"}),
dot=svg("path",{class:"fill green"}),moveTo=power=>save({power:clamp(roundTo(power,.1),-16,0)}),grip=handle("h, as a pow\
er of ten",{low:-16,high:0,step:.1,get:()=>model.get("power"),put:moveTo,text:v=>`10 to the ${v}`},svg("circle",{r:11,class:"\
ring"}),svg("circle",{r:6,class:"fill orange"}));near.inside.append(curve,true_,secant,...ends,point),vee.inside.append(
cursor,one,two);let surface=svg("g",{},svg("rect",{x:470,y:24,width:370,height:236,fill:"transparent",style:"cursor: ew-\
resize"}),vee.node,dot,grip),picture=svg("svg",{viewBox:"0 0 848 300"},textAt(44,15,"two heights, and the line through t\
hem",{class:"title"}),textAt(470,15,"error of the derivative",{class:"title"}),near.node,surface,svg("path",{d:"M620 11h\
26",class:"line dashed green"}),textAt(652,15,"one-sided"),svg("path",{d:"M730 11h26",class:"line orange"}),textAt(762,15,
"central"));onDrag(surface,picture,px=>moveTo(-16+(px-470)/370*16));let says=html("p",{class:"says","aria-live":"polite"});
root.append(controlBar(select("J",model,"function",save),select("numbers",model,"precision",save),slider("h",model,"powe\
r",{min:-16,max:0,step:.1,text:v=>`10${SUPER(v)}`},save)),picture,says),drawOnChange(root,model,["function","precision",
"power"],()=>draw({cursor,curve,dot,ends,grip,lines,model,near,one,point,says,secant,tables,true_,two,vee}))}function drawScale(){
let vee=new Panel({x:470,y:24,width:370,height:236,xs:[-16,0],ys:[-16,2]});for(let power of[-15,-10,-5,0])vee.frame.append(
svg("path",{d:`M${vee.px(power)} 24v236`,class:"hair"}),textAt(vee.px(power),275,`10${SUPER(power)}`,{class:"quiet","tex\
t-anchor":"middle"}),svg("path",{d:`M470 ${vee.py(power)}h370`,class:"hair"}),textAt(463,vee.py(power)+4,`10${SUPER(power)}`,
{class:"quiet","text-anchor":"end"}));return vee}function draw({cursor,curve,dot,ends,grip,lines,model,near,one,point,says,
secant,tables,true_,two,vee}){let[name,kind,power]=["function","precision","power"].map(trait=>model.get(trait)),table=tables[`${name}\
, ${kind}`],[w,slope]=[model.get("places")[name],model.get("derivatives")[name]],count=table.length/6,chosen=clamp(Math.
round((power+16)*10),0,count-1),row=i=>table.subarray(6*i,6*i+6),[h,here,up,down,side,central]=row(chosen),places=Array.
from({length:201},(_,i)=>-1.5+i/50);near.ys=name.startsWith("relu")?[-.4,1.6]:[-.1,1.1],near.axes([-1,0,1,2],near.yTicks(
4),"w"),curve.setAttribute("d",near.path(places,lines[name]));let reach=Math.max(h,.5)+.4;true_.setAttribute("d",near.path(
[w-reach,w+reach],[here-reach*slope,here+reach*slope]));let middle=(up+down)/2;secant.setAttribute("d",near.path([w-reach,
w+reach],[middle-reach*central,middle+reach*central])),setAttributes(ends[0],{cx:near.px(w-h),cy:near.py(down)},[]),setAttributes(
ends[1],{cx:near.px(w+h),cy:near.py(up)},[]),setAttributes(point,{cx:near.px(w),cy:near.py(here)},[]);let error=value=>Math.
abs(value-slope),log=value=>Math.log10(Math.max(value,1e-16)),powers=Array.from({length:count},(_,i)=>-16+i/10);one.setAttribute(
"d",vee.path(powers,powers.map((_,i)=>log(error(row(i)[4]))))),two.setAttribute("d",vee.path(powers,powers.map((_,i)=>log(
error(row(i)[5])))));let x=vee.px(power);cursor.setAttribute("d",`M${x} 24v236`);let y=vee.py(log(error(side)));return dot.
setAttribute("d",`M${x} ${y-6}l6 6l-6 6l-6 -6z`),grip.setAttribute("transform",`translate(${x} ${vee.py(log(error(central)))}\
)`),grip.show(),says.replaceChildren(...sentence({name,kind,h,w,up,down,error:error(central),side:error(side)})),{function:name,
precision:kind,power,h,side,central,errors:[error(side),error(central)],says:says.textContent}}function sentence({name,kind,
h,w,up,down,error,side}){let off=`Errors: one-sided ${formatNumber(side,2)}, central ${formatNumber(error,2)}.`;if(up===
down)return[html("b",{},"h is too small. "),`In ${kind}, J(w + h) and J(w − h) are the same number, so the result is 0.`];
if(name.startsWith("relu")&&h>w)return[html("b",{},"On both sides of the corner. "),`The distance from w to the corner i\
s ${w}, and h is larger: the left point is on the flat side. ${off}`];let eps=kind==="float64"?22e-17:12e-8;return error>
1e-13&&eps/h>error/30?[html("b",{},"Rounding errors. "),`The two losses differ only in their last digits, and the differ\
ence of rounded numbers is divided by a very small h. A larger h is better here. ${off}`]:name.startsWith("relu")?[html(
"b",{},"Right. "),`Both points are on the same straight line, so the difference is exact. ${off}`]:[html("b",{},"The cur\
ve is not straight. "),`The line through two points is not the tangent. The central error is proportional to h², the one\
-sided error to h. ${off}`]}var step_size_default={render};export{step_size_default as default};
