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
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function interpolate(values,low,step){return z=>{let place=(z-low)/step,left=clamp(Math.floor(place+1e-6),0,values.length-
2);return values[left]+(place-left)*(values[left+1]-values[left])}}var FunctionTable=class{constructor(view){let all=toNumbers(
view);this.at=interpolate(all.subarray(0,all.length/2),-10,.01),this.derivatives=all.subarray(all.length/2)}derivative(z){
return this.derivatives[clamp(Math.round((z+10)*100),0,this.derivatives.length-1)]}};function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
end"})),this.frame.replaceChildren(lines)}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Activation explorer"),save=saveDebounced(model),curves=Object.fromEntries(
Object.entries(model.get("tables")).map(([name,view])=>[name,new FunctionTable(view)])),panel=new Panel({x:40,y:12,width:430,
height:270,xs:[-8,8],ys:[-1.5,2.5]});panel.axes([-8,-4,0,4,8],[-1,0,1,2],"z = w₁ · x");let tangent=svg("path",{class:"\
line thin ink"}),slopes=svg("path",{class:"line dashed orange"}),heights=svg("path",{class:"line blue"}),cursor=svg("pat\
h",{class:"hair"}),foot=svg("path",{class:"fill orange"}),height=textAt(88,32,"",{class:"fill blue"}),slope=textAt(88,52,
"",{class:"fill orange"}),key=svg("g",{},svg("path",{d:"M52 28h28",class:"line blue"}),svg("path",{d:"M52 48h28",class:"\
line dashed orange"})),moveTo=z=>save({z:clamp(roundTo(z,.01),-8,8)}),grip=handle("z",{low:-8,high:8,step:.1,get:()=>model.
get("z"),put:moveTo},svg("circle",{r:11,class:"ring"}),svg("circle",{r:6,class:"fill blue"})),chain=bars();panel.inside.
append(cursor,tangent,slopes,heights);let surface=svg("g",{},svg("rect",{x:40,y:12,width:430,height:270,fill:"transparen\
t",style:"cursor: ew-resize"}),panel.node,key,height,slope,foot,grip),picture=svg("svg",{viewBox:"0 0 848 316"},surface,
chain.node);onDrag(surface,picture,x=>moveTo(-8+(x-40)/430*16));let says=html("p",{class:"says","aria-live":"polite"});root.
append(controlBar(select("activation",model,"activation",save),slider("input x",model,"x",{min:-2,max:2,step:.1},save),slider(
"target y",model,"y",{min:-1,max:1,step:.1},save)),picture,says),drawOnChange(root,model,["activation","z","x","y"],()=>draw(
{chain,cursor,curves,foot,grip,height,heights,model,panel,says,slope,slopes,tangent}))}function draw({chain,cursor,curves,
foot,grip,height,heights,model,panel,says,slope,slopes,tangent}){let[name,z,x,y]=["activation","z","x","y"].map(trait=>model.
get(trait)),curve=curves[name],[c,m]=[curve.at(z),curve.derivative(z)],zs=Array.from({length:641},(_,i)=>-8+i/40);heights.
setAttribute("d",panel.path(zs,zs.map(v=>curve.at(v)))),slopes.setAttribute("d",panel.path(zs,zs.map(v=>curve.derivative(
v)))),tangent.setAttribute("d",panel.path([z-2.5,z+2.5],[c-2.5*m,c+2.5*m]));let[px,py,qy]=[panel.px(z),clamp(panel.py(c),
12,282),panel.py(m)];cursor.setAttribute("d",`M${px} 12v270`),grip.setAttribute("transform",`translate(${px} ${py})`),grip.
show(),foot.setAttribute("d",`M${px} ${qy-6}l6 6l-6 6l-6 -6z`),height.textContent=`f(z) = ${formatNumber(c)}`,slope.textContent=
`f′(z) = ${formatNumber(m)}`;let factors=[2*(c-y),m,x];return chain.show(factors,m),says.textContent=sentence(name,factors),
{activation:name,z,height:c,slope:m,factors,gradient:factors[0]*m*x,ten:m**10}}function sentence(name,[error,slope]){if(Math.
abs(error)<.02)return"The output c is close to the target y, so the gradient is small.";if(slope===0)return"f′(z) = 0, s\
o the gradient ∂J/∂w₁ is 0. This example does not change w₁.";let product=`the gradient ∂J/∂w₁ is ${formatNumber(
slope)} times ∂J/∂c · x.`;return Math.abs(slope)<.05?`${name} saturates at this z: ${product}`:`At this z, ${product}`}
function bars(){let[left,zero,unit]=[520,712,31],rows=[["∂J/∂c = 2(c − y)","blue"],["∂c/∂z = f′(z)","orange"],
["∂z/∂w₁ = x","green"],["∂J/∂w₁ = product","ink"]],node=svg("g"),parts=rows.map(([label,colour],i)=>{let y=26+
i*31+(i===3?8:0),bar=svg("rect",{y:y-8,height:15,rx:2,class:`fill ${colour}`}),value=svg("text",{y:y+4});return node.append(
textAt(left,y+4,label,{class:i===3?"title":""}),bar,value),{bar,value}});node.append(svg("path",{d:`M${zero} 10v146`,class:"\
hair"}),svg("path",{d:`M${left} 105h328`,class:"hair"}),textAt(left,191,"Product of k equal derivatives: f′(z)ᵏ",{class:"\
title"}));let scale=value=>74*clamp(1+Math.log10(value)/10,0,1.25);for(let power of[0,-5,-10]){let y=280-scale(10**power);
node.append(svg("path",{d:`M${left+38} ${y}h290`,class:"hair"}),textAt(left+32,y+4,["1","10⁻⁵","10⁻¹⁰"][-power/
5],{class:"quiet","text-anchor":"end"}))}let stairs=Array.from({length:10},(_,i)=>{let x=left+46+i*28.5,step=svg("rect",
{x,width:20,rx:2,class:"fill orange"}),none=textAt(x+10,276,"0",{"text-anchor":"middle"});return node.append(step,none,textAt(
x+10,296,String(i+1),{class:"quiet","text-anchor":"middle"})),{step,none}}),ten=textAt(848,312,"",{class:"fill orange","\
text-anchor":"end"});return node.append(ten),{node,show:(factors,slope)=>{[...factors,factors.reduce((a,b)=>a*b)].forEach(
(value,i)=>{let length=clamp(Math.abs(value)*unit,value===0?0:1,134),negative=value<0;setAttributes(parts[i].bar,{x:negative?
Math.max(zero-length,zero-66):zero,width:negative?Math.min(length,66):length},[]),setAttributes(parts[i].value,{x:negative?
zero+6:zero+length+6},[]),parts[i].value.textContent=formatNumber(value)}),stairs.forEach(({step,none},i)=>{let tall=slope>
0?scale(slope**(i+1)):0;setAttributes(step,{y:280-tall,height:tall},[]),none.setAttribute("visibility",slope===0?"visibl\
e":"hidden")}),ten.textContent=`f′(z)¹⁰ = ${formatNumber(slope**10)}`}}}var activation_explorer_default={render};export{activation_explorer_default as default};
