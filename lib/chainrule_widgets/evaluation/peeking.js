// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Peeked test set"),{request,save,drawWith}=kernelState(model,(said,curves)=>({
...said,curves:toNumbers(curves)})),panel=new Panel({x:56,y:16,width:560,height:240,xs:[0,Math.log10(500)],ys:[.4,1]}),axes=svg(
"g");for(let models of[1,2,5,10,20,50,100,200,500]){let x=panel.px(Math.log10(models));axes.append(svg("path",{d:`M${x} \
16v240`,class:"hair"}),textAt(x,272,String(models),{class:"quiet","text-anchor":"middle"}))}for(let share of[.4,.5,.6,.7,
.8,.9,1]){let y=panel.py(share);axes.append(svg("path",{d:`M56 ${y}h560`,class:"hair"}),textAt(48,y+4,`${Math.round(100*
share)} %`,{class:"quiet","text-anchor":"end"}))}let[best,fresh]=[svg("path",{class:"line orange"}),svg("path",{class:"l\
ine dashed blue"})],cursor=svg("path",{class:"line thin ink"});panel.inside.append(svg("path",{d:`M56 ${panel.py(.5)}h56\
0`,class:"line dotted ink"}),best,fresh,cursor);let dots=[svg("circle",{r:6,class:"fill orange"}),svg("path",{class:"fil\
l blue"})],labels=["orange","blue"].map(colour=>svg("text",{x:630,class:`fill ${colour}`})),notes=["best model, test exa\
mples","same model, 1000 new examples"].map(text=>textAt(630,0,text,{class:"quiet"})),surface=svg("g",{style:"cursor: ew\
-resize"},svg("rect",{x:56,y:16,width:560,height:240,fill:"transparent"}),axes,panel.node,...dots),picture=svg("svg",{viewBox:"\
0 0 848 296"},surface,textAt(616,290,"models tried",{class:"quiet","text-anchor":"end"}),textAt(630,panel.py(.5)+46,"⋯ 5\
0 %: true accuracy",{class:"quiet"}),...labels,...notes);onDrag(surface,picture,x=>save({models:clamp(Math.round(10**((x-
56)/560*Math.log10(500))),1,500)}));let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(slider(
"models tried",model,"models",{min:1,max:500,step:1},save),slider("test examples",model,"examples",{min:10,max:1e3,step:10},
request),button("other random labels",()=>request({seed:model.get("seed")+1}))),picture,says),drawWith(root,["models"],shown=>draw(
shown,{best,cursor,dots,fresh,labels,model,notes,panel,says}))}function draw(shown,{best,cursor,dots,fresh,labels,model,
notes,panel,says}){let k=model.get("models"),half=shown.curves.length/2,xs=Array.from({length:half},(_,i)=>Math.log10(i+
1));best.setAttribute("d",panel.path(xs,shown.curves.subarray(0,half))),fresh.setAttribute("d",panel.path(xs,shown.curves.
subarray(half)));let[high,truth]=[shown.curves[k-1],shown.curves[half+k-1]],x=panel.px(Math.log10(k));cursor.setAttribute(
"d",`M${x} 16v240`),setAttributes(dots[0],{cx:x,cy:panel.py(high)},[]),setAttributes(dots[1],{d:`M${x} ${panel.py(truth)-
7}l7 7l-7 7l-7 -7z`},[]);let heights=[panel.py(high),panel.py(truth)];return heights[1]-heights[0]<40&&(heights[0]=heights[1]-
40),[high,truth].forEach((value,i)=>{labels[i].setAttribute("y",heights[i]-4),labels[i].textContent=`${i?"◆":"●"} ${(100*
value).toFixed(1)} %`,notes[i].setAttribute("y",heights[i]+11)}),says.textContent=k===1?`One model and no choice: with ${shown.
examples} test examples, the accuracy is within about ${formatNumber(100/Math.sqrt(shown.examples),2)} percentage points\
 of the true accuracy.`:`The best of ${k} models has an accuracy of ${(100*high).toFixed(1)} % on the test examples, and\
 ${(100*truth).toFixed(1)} % on new examples. This model was chosen because it was lucky.`,{models:k,examples:shown.examples,
seed:shown.seed,best:high,fresh:truth}}var peeking_default={render};export{peeking_default as default};
