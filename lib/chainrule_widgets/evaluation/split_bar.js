// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function onDrag(node,picture,move){let follow=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow(event),node.addEventListener("pointermove",follow)});for(let end of["pointerup",
"pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){let node=svg("g",{class:"handle",
...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?"vertical":"horizontal"},...{"a\
ria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",event=>{let by=STEPS[event.key],
end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();let next=end??get()+by*step*
(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{node.setAttribute("aria\
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[LEFT,TOP,WIDE,ROWS]=[24,34,800,9],COLOURS=["blue","orange","green"],OUTLINES=["","dashed","dotted"];function render({
model,el}){let root=createRoot(el,"Split"),{request,latest,drawWith}=kernelState(model,(said,wrong)=>({...said,wrong:toNumbers(
wrong,Uint8Array)})),n=latest().wrong.length,step=WIDE/Math.ceil(n/ROWS),long=n/ROWS*step,squares=svg("g"),first=value=>{
let end=model.get("train")+model.get("validation"),train=clamp(value,2,96);request({train,validation:clamp(end-train,2,98-
train)})},second=value=>request({validation:clamp(value-model.get("train"),2,98-model.get("train"))}),bar=(label,get,set)=>handle(
label,{low:2,high:98,step:1,get,put:set,text:v=>`${v} %`},svg("path",{d:`M0 ${TOP-8}v${ROWS*step+16}`,class:"line ink"}),
svg("circle",{cy:TOP-10,r:11,class:"ring"}),svg("circle",{cy:TOP-10,r:6,class:"fill ink"})),grips=[bar("end of the train\
ing part",()=>model.get("train"),first),bar("end of the validation part",()=>model.get("train")+model.get("validation"),
second)],zone=svg("g",{style:"cursor: ew-resize"},svg("rect",{x:LEFT,y:TOP-20,width:WIDE,height:ROWS*step+30,fill:"trans\
parent"}),squares,...grips),under=TOP+ROWS*step+42,axis=new Panel({x:250,y:under,width:560,height:96,xs:[.8,1],ys:[0,3]});
axis.axes([.8,.85,.9,.95,1],[],"accuracy, with 95 % confidence interval");let rows=COLOURS.map((colour,i)=>whisker(axis,
colour,i)),picture=svg("svg",{viewBox:`0 0 848 ${under+136}`},zone,axis.node,...rows.map(row=>row.node)),held=null;zone.
addEventListener("pointerup",()=>{held=null}),onDrag(zone,picture,x=>{let share=clamp(Math.round((x-LEFT)/long*100),2,98),
ends=[model.get("train"),model.get("train")+model.get("validation")];held??=Math.abs(share-ends[0])<=Math.abs(share-ends[1])?
0:1,grips[held].focus({preventScroll:!0}),(held?second:first)(share)});let says=html("p",{class:"says",role:"status"});root.
append(controlBar(button("shuffle again",()=>request({seed:model.get("seed")+1})),html("span",{class:"key",style:"margin\
: 0"},"Each square is an example. Dark: wrong prediction.")),picture,says),drawWith(root,[],shown=>draw(shown,{grips,long,
n,rows,says,squares,step}))}function draw(shown,{grips,long,n,rows,says,squares,step}){let ends=[shown.parts[0].of,shown.
parts[0].of+shown.parts[1].of],side=(step-2).toFixed(1),box=i=>{let[x,y]=[LEFT+Math.floor(i/ROWS)*step,TOP+i%ROWS*step];
return`M${x.toFixed(1)} ${y.toFixed(1)}h${side}v${side}h-${side}z`},part=i=>i<ends[0]?0:i<ends[1]?1:2,all=[...shown.wrong].
map((wrong,i)=>({wrong,part:part(i),d:box(i)}));return squares.replaceChildren(...COLOURS.flatMap((colour,p)=>[svg("path",
{d:all.filter(s=>s.part===p).map(s=>s.d).join(""),class:`fill ${colour}`,"fill-opacity":.3}),svg("path",{d:all.filter(s=>s.
part===p&&s.wrong).map(s=>s.d).join(""),class:"fill ink"})]),...shown.parts.map(({name,of},i)=>textAt(LEFT+([0,...ends][i]+
of/2)/n*long,TOP+ROWS*step+18,of*WIDE>70*n?`${name}, ${of}`:String(of),{class:`fill ${COLOURS[i]}`,"text-anchor":"middle"}))),
grips.forEach((grip,i)=>{grip.setAttribute("transform",`translate(${LEFT+ends[i]/n*long} 0)`),grip.show()}),rows.forEach(
(row,i)=>{row.show(shown.parts[i])}),says.textContent=sentence(shown.parts),{train:shown.train,validation:shown.validation,
seed:shown.seed,parts:shown.parts,mistaken:all.filter(s=>s.wrong).length,says:says.textContent}}function whisker(axis,colour,i){
let y=axis.y+18+30*i,line=svg("path",{class:`line ${colour} ${OUTLINES[i]}`}),dot=svg("circle",{cy:y,r:5,class:`fill ${colour}`}),
label=textAt(240,y+4,"",{"text-anchor":"end"});return axis.inside.append(line,dot),{node:label,show:({name,hits,of,low,high})=>{
line.setAttribute("d",`M${axis.px(Math.max(low,.8))} ${y}L${axis.px(high)} ${y}`),setAttributes(dot,{cx:axis.px(hits/of),
visibility:hits/of<.8?"hidden":"visible"},[]),label.textContent=`${name}: ${hits} of ${of}, ${(100*hits/of).toFixed(1)} \
%`}}}function sentence([train,validation,test]){let wide=part=>`${formatNumber(100*(part.high-part.low),2)} percentage p\
oints`;return test.of<40?`Only ${test.of} test examples: the confidence interval of the test accuracy is ${wide(test)} w\
ide. Shuffle again: the accuracy changes a lot.`:validation.of<40?`Only ${validation.of} validation examples: the confid\
ence interval is ${wide(validation)} wide. You cannot compare two models of similar accuracy.`:train.of<60?`Only ${train.
of} training examples. With more training examples, the model would probably be better.`:`The confidence interval of the\
 test accuracy is ${wide(test)} wide. More test examples would make it narrower, but leave fewer examples for training.`}
var split_bar_default={render};export{split_bar_default as default};
