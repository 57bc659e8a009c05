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
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Experience and performance"),save=saveDebounced(model),[sizes,accuracy,
predictions,targets]=["sizes","accuracy","predictions","targets"].map(name=>model.get(name)),pixels=toNumbers(model.get(
"images"),Uint8Array),picture=svg("svg",{viewBox:"0 0 848 318"}),{panel,px,scene}=accuracyPanel({accuracy,sizes}),moved=i=>save(
{size:clamp(Math.round(i),0,sizes.length-1)}),grip=handle("examples, on the curve",{low:0,high:sizes.length-1,step:1,get:()=>model.
get("size"),put:moved,text:i=>`${sizes[i]}`},svg("circle",{r:11,class:"ring"}),svg("circle",{r:6.5,class:"fill blue"})),
zone=svg("g",{style:"cursor: ew-resize"},svg("rect",{x:40,y:34,width:400,height:240,fill:"transparent"}),grip);onDrag(zone,
picture,x=>moved(sizes.reduce((best,_,i)=>Math.abs(px(i)-x)<Math.abs(px(best)-x)?i:best,0)));let marks=digitMarks({pixels,
targets});picture.append(textAt(40,18,"P: accuracy on 500 new digits",{class:"title"}),textAt(490,18,"T: what is this di\
git?",{class:"title"}),...sizes.map((size,i)=>textAt(px(i),290,String(size),{class:"quiet","text-anchor":"middle"})),textAt(
440,308,"E: number of training examples",{class:"quiet","text-anchor":"end"}),panel.node,scene,zone,...marks.map(({node})=>node));
let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(slider("examples",model,"size",{min:0,max:sizes.
length-1,step:1,text:i=>String(sizes[i])},save),slider("sample",model,"draw",{min:0,max:accuracy[0].length-1,step:1,text:i=>`${i+
1}`},save)),picture,says),drawOnChange(root,model,["size","draw"],()=>draw({accuracy,grip,marks,model,panel,px,predictions,
says,scene,sizes,targets}))}function accuracyPanel({accuracy,sizes}){let panel=new Panel({x:40,y:34,width:400,height:240,
xs:[.9,3.1],ys:[0,1]});panel.axes([],[0,.25,.5,.75,1]);let px=i=>panel.px(Math.log10(sizes[i])),scene=svg("g");return panel.
inside.append(...sizes.flatMap((_,i)=>accuracy[i].map(p=>svg("circle",{cx:px(i),cy:panel.py(p),r:3,class:"line thin ink"}))),
svg("path",{d:`M${sizes.map((_,i)=>`${px(i)} ${panel.py(mean(accuracy[i]))}`).join("L")}`,class:"line thin dotted ink"})),
{panel,px,scene}}function digitMarks({pixels,targets}){return targets.map((_,i)=>{let[x,y]=[490+i%6*60,34+Math.floor(i/6)*
66],sign=textAt(x+44,y+16,"",{class:"title"}),frame=svg("rect",{x:x-1,y:y-1,width:42,height:42,class:"line thin"});return{
sign,frame,node:svg("g",{},tile(pixels.subarray(64*i,64*i+64),x,y),frame,sign)}})}function draw({accuracy,grip,marks,model,
panel,px,predictions,says,scene,sizes,targets}){let[size,draw2]=[model.get("size"),model.get("draw")],p=accuracy[size][draw2];
grip.setAttribute("transform",`translate(${px(size)} ${panel.py(p)})`),grip.show(),scene.replaceChildren(svg("path",{d:`\
M${sizes.map((_,i)=>`${px(i)} ${panel.py(accuracy[i][draw2])}`).join("L")}`,class:"line blue"}),textAt(px(size)+(size>4?
-12:12),panel.py(p)+22,`P = ${formatNumber(100*p)} %`,{class:"fill blue halo","text-anchor":size>4?"end":"start"}));let right=0;
return marks.forEach(({sign,frame},i)=>{let ok=predictions[size][draw2][i]===targets[i];right+=Number(ok),sign.textContent=
ok?"✓":String(predictions[size][draw2][i]),sign.setAttribute("class",ok?"fill green":"fill red"),frame.setAttribute("c\
lass",ok?"hair":"line dashed red")}),says.replaceChildren(html("b",{},`With ${sizes[size]} examples, the accuracy on new\
 digits is ${formatNumber(100*p)} %. `),sentence(size,sizes,accuracy,draw2)),{examples:sizes[size],draw:draw2,p,right}}var mean=values=>values.
reduce((a,b)=>a+b)/values.length;function sentence(size,sizes,accuracy,draw2){if(size===0)return"Random guessing gives 1\
0 %. Ten examples are about one example of each class.";let gain=accuracy[size][draw2]-accuracy[size-1][draw2],spread=Math.
max(...accuracy[size])-Math.min(...accuracy[size]);return`This is ${formatNumber(100*Math.abs(gain),2)} percentage point\
s ${gain>=0?"more":"less"} than with ${sizes[size-1]} examples. The four samples differ by up to ${formatNumber(100*spread,
2)} points.`}function tile(pixels,x,y){let node=svg("g",{transform:`translate(${x} ${y})`});return pixels.forEach((value,i)=>{
value&&node.append(svg("rect",{x:5*(i%8),y:5*Math.floor(i/8),width:5,height:5,class:"fill ink",opacity:value/16}))}),node}
var experience_default={render};export{experience_default as default};
