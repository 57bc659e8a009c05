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
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Threshold"),save=saveDebounced(model),all=toNumbers(model.get("cases"),
Float64Array),count=all.length/2,cases=Array.from({length:count},(_,i)=>({p:all[i],ill:all[count+i]>0})).sort((a,b)=>a.p-
b.p),[left,wide,axis]=[40,500,160],px=p=>left+p*wide,picture=svg("svg",{viewBox:"0 0 848 330"}),yes=svg("rect",{y:14,height:292,
class:"wash"}),moved=t=>save({threshold:clamp(roundTo(t,.01),0,1)}),grip=handle("threshold, in the picture",{low:0,high:1,
step:.01,get:()=>model.get("threshold"),put:moved},svg("path",{d:"M0 14v292",class:"line orange"}),svg("rect",{x:-9,y:296,
width:18,height:20,rx:4,class:"ring"}),svg("path",{d:"M0 300l7 12h-14z",class:"fill orange"})),zone=svg("g",{style:"curs\
or: ew-resize"},svg("rect",{x:left,y:14,width:wide,height:292,fill:"transparent"}),grip);onDrag(zone,picture,x=>moved((x-
left)/wide));let nodes=stackedPoints({axis,cases,px}),at=textAt(0,10,"",{class:"fill orange halo","text-anchor":"middle"}),
cells=confusionCells(),share=textAt(590,246,"",{class:"title"});picture.append(yes,svg("path",{d:`M${left} ${axis}h${wide}`,
class:"hair"}),...[0,.25,.5,.75,1].map(p=>textAt(px(p),328,formatNumber(p),{class:"quiet","text-anchor":"middle"})),textAt(
px(1)+14,328,"p",{class:"quiet"}),...nodes,zone,at,textAt(px(.28),40,"malignant, y = 1",{class:"fill red halo","text-anc\
hor":"middle"}),textAt(px(.28),288,"benign, y = 0",{class:"fill green halo","text-anchor":"middle"}),textAt(640,60,"mali\
gnant",{"text-anchor":"middle"}),textAt(760,60,"benign",{"text-anchor":"middle"}),textAt(584,116,"yes",{"text-anchor":"e\
nd"}),textAt(584,180,"no",{"text-anchor":"end"}),svg("path",{d:"M590 74h230M590 138h230M700 74v128",class:"hair"}),...cells.
flatMap(({number,label})=>[number,label]),share);let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(
slider("threshold",model,"threshold",{min:0,max:1,step:.01},save)),picture,says),drawOnChange(root,model,["threshold"],()=>draw(
{at,cases,cells,count,grip,model,nodes,px,says,share,yes}))}function stackedPoints({axis,cases,px}){let piles={};return cases.
map(({p,ill})=>{let column=Math.min(24,Math.floor(p*25)),key=`${column} ${ill}`,before=piles[key]??0;piles[key]=before+1;
let[row,abreast]=[Math.floor(before/3),before%3];return svg("rect",{x:px(column/25)+1.5+6*abreast,y:ill?axis-6.5-4*row:axis+
3.5+4*row,width:5,height:3,"stroke-width":1})})}function confusionCells(){return[{name:"found",x:640,y:112},{name:"false\
_alarms",x:760,y:112},{name:"missed",x:640,y:176},{name:"cleared",x:760,y:176}].map(({name,x,y})=>{let number=textAt(x,y,
"",{class:"title","text-anchor":"middle",style:"font-size: 20px"});return{name,number,label:textAt(x,y+18,name.replace("\
_"," "),{class:"quiet","text-anchor":"middle"})}})}function draw({at,cases,cells,count,grip,model,nodes,px,says,share,yes}){
let t=model.get("threshold"),n={found:0,missed:0,false_alarms:0,cleared:0};cases.forEach(({p,ill},i)=>{let said=p>t;n[ill?
said?"found":"missed":said?"false_alarms":"cleared"]+=1;let colour=ill?"var(--red)":"var(--green)";setAttributes(nodes[i],
said===ill?{fill:colour,stroke:"none"}:{fill:"none",stroke:colour},[])}),grip.setAttribute("transform",`translate(${px(t)}\
 0)`),grip.show(),setAttributes(yes,{x:px(t),width:px(1)-px(t)},[]),setAttributes(at,{x:px(t)},[]),at.textContent=`yes w\
here p > ${formatNumber(t)}`;for(let{name,number}of cells)number.textContent=n[name];let right=n.found+n.cleared;return share.
textContent=`${right} of ${count} right`,says.textContent=sentence(n,t),{threshold:t,...n,right}}function sentence(n,t){
return n.found+n.false_alarms===0?`No tumour has p > ${formatNumber(t)}: there is no false alarm, but all ${n.missed} ma\
lignant tumours are missed.`:n.missed===0?`No malignant tumour is missed, but there are ${n.false_alarms} false alarms.`:
n.false_alarms===0?`There is no false alarm, but ${n.missed} malignant tumours are missed.`:`The hollow bars are ${n.missed}\
 missed tumours and ${n.false_alarms} false alarms. A lower threshold misses fewer tumours, but gives more false alarms.`}
var threshold_default={render};export{threshold_default as default};
