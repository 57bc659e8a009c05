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
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[BASE,HALF,TOP,TALL]=[150,120,30,240];function render({model,el}){let root=createRoot(el,"Softmax mixer"),save=saveDebounced(
model),count=model.get("scores").length,pitch=Math.min(120,340/count),left=i=>60+i*pitch,right=i=>500+i*pitch,wide=pitch*
.55,move=(i,score)=>save({scores:model.get("scores").map((old,j)=>i===j?clamp(roundTo(score,.1),-5,5):old)}),picture=svg(
"svg",{viewBox:"0 0 848 318"}),columns=model.get("labels").map((label,i)=>column(label,i,{left,model,move,picture,right,
wide})),sum=textAt(500,312,"",{class:"quiet"}),zero=textAt(40,BASE+4,"",{class:"quiet","text-anchor":"end"}),axis=(x,y,text)=>textAt(
x,y,text,{class:"quiet","text-anchor":"end"});picture.append(textAt(20,16,"scores z (drag the bars)",{class:"title"}),textAt(
460,16,"probabilities softmax(z)",{class:"title"}),svg("path",{d:`M46 ${BASE}h${count*pitch+10}M486 ${TOP+TALL}h${count*
pitch+10}M486 ${TOP}h${count*pitch+10}`,class:"hair"}),zero,axis(480,TOP+TALL+4,"0"),axis(480,TOP+4,"1"),...columns.flatMap(
part=>part.nodes),sum);let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(slider("add to ever\
y score",model,"shift",{min:-1e3,max:1e3,step:10},save),slider("temperature",model,"temperature",{min:.1,max:10,step:.1},
save)),picture,says),drawOnChange(root,model,["scores","shift","temperature"],()=>draw({columns,model,says,sum,zero}))}function column(label,i,{
left,model,move,picture,right,wide}){let bar=svg("rect",{x:left(i),width:wide,rx:2,class:"fill blue"}),knob=handle(`scor\
e of ${label}`,{low:-5,high:5,step:.1,vertical:!0,get:()=>model.get("scores")[i],put:v=>move(i,v)},svg("rect",{x:-5,y:-10,
width:wide+10,height:20,rx:4,class:"ring"}),svg("rect",{y:-4,width:wide,height:8,rx:3,class:"fill blue"})),zone=svg("g",
{style:"cursor: ns-resize"},svg("rect",{x:left(i)-6,y:BASE-HALF-10,width:wide+12,height:2*HALF+20,fill:"transparent"}),bar,
knob);onDrag(zone,picture,(_,y)=>move(i,(BASE-y)/HALF*5));let middle={"text-anchor":"middle"},score=textAt(left(i)+wide/
2,0,"",middle),share=svg("rect",{x:right(i),width:wide,rx:2,class:"fill orange"}),percent=textAt(right(i)+wide/2,0,"",middle),
names=[left(i),right(i)].map(x=>textAt(x+wide/2,290,label,{class:"quiet",...middle}));return{nodes:[zone,score,share,percent,
...names],bar,knob,score,share,percent,x:left(i)}}function draw({columns,model,says,sum,zero}){let[scores,shift,temperature]=[
"scores","shift","temperature"].map(name=>model.get(name)),z=scores.map(score=>(score+shift)/temperature),largest=Math.max(
...z),powers=z.map(score=>Math.exp(score-largest)),total=powers.reduce((a,b)=>a+b),shares=powers.map(power=>power/total);
return columns.forEach(({bar,knob,score,share,percent,x},i)=>{let y=BASE-scores[i]/5*HALF;setAttributes(bar,{y:Math.min(
y,BASE),height:Math.abs(y-BASE)},[]),knob.setAttribute("transform",`translate(${x} ${y})`),knob.show(),score.setAttribute(
"y",scores[i]<0?y+24:y-15),score.textContent=formatNumber(scores[i]+shift,6),setAttributes(share,{y:TOP+TALL*(1-shares[i]),
height:TALL*shares[i]},[]),percent.setAttribute("y",Math.max(TOP+TALL*(1-shares[i])-6,TOP-2)),percent.textContent=formatNumber(
shares[i])}),zero.textContent=formatNumber(shift,6),sum.textContent=`sum ${formatNumber(shares.reduce((a,b)=>a+b))}`,says.
textContent=shift===0?"Softmax computes exp(z) of each score z and divides by the sum.":`You added ${formatNumber(shift)}\
 to every score. The differences stay the same, so the probabilities do too.`,{scores,shift,temperature,shares}}var softmax_mixer_default={
render};export{softmax_mixer_default as default};
