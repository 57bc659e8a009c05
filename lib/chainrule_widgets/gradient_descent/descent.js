// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power2){return[...String(power2)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power2]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power2))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function logSlider(label,model,name,{
min,max,text=formatNumber},save){let value=html("output"),ends={min:Math.log10(min),max:Math.log10(max)},input=html("inp\
ut",{type:"range",...ends,step:.01,"aria-label":label}),chosen=()=>Number((10**Number(input.value)).toPrecision(2));return input.
addEventListener("input",()=>save({[name]:chosen()})),follow(model,name,()=>{chosen()!==model.get(name)&&(input.value=String(
Math.log10(Math.max(model.get(name),min)))),value.textContent=text(model.get(name)),input.setAttribute("aria-valuetext",
value.textContent)}),html("label",{},label,input,value)}function ticks(low,high,count=5){let raw=(high-low)/count,power2=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power2).find(s=>s>=raw)??10*power2,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.
slice(i*width,(i+1)*width)])}function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){let node=svg("g",{class:"handle",
...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?"vertical":"horizontal"},...{"a\
ria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",event=>{let by=STEPS[event.key],
end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();let next=end??get()+by*step*
(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{node.setAttribute("aria\
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function startLine(model,request,box,ends,...shapes){let moveTo=w=>request({start:clamp(roundTo(w,.01),...ends())}),grip=handle(
"start",{low:-4,high:6,step:.05,get:()=>model.get("start"),put:moveTo},svg("circle",{r:12,class:"ring"}),...shapes),scene=svg(
"g"),ground=svg("rect",{...box,fill:"transparent",style:"cursor: ew-resize"}),area=svg("g",{},ground,scene,grip),beside=svg(
"g"),picture=svg("svg",{viewBox:"0 0 848 320"},area,beside);return onDrag(area,picture,x=>moveTo(ends()[0]+(x-box.x)/box.
width*(ends()[1]-ends()[0]))),{scene,beside,picture,show:(x,y)=>{grip.setAttribute("transform",`translate(${x} ${y})`),grip.
show()}}}var OPTIMIZER_STYLES={sgd:["ink","line thin ink","circle"],momentum:["blue","line blue","square"],nesterov:["blue","line\
 dashed blue","diamond"],adagrad:["green","line green","up"],adadelta:["green","line dashed green","down"],rmsprop:["ora\
nge","line orange","plus"],adam:["red","line red","cross"],"":["ink","line ink","ring"]},SHAPES={circle:"M-4 0a4 4 0 1 0\
 8 0a4 4 0 1 0 -8 0",square:"M-4 -4h8v8h-8z",diamond:"M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",up:"M0 -5.5l5 9h-10z",down:"M\
0 5.5l5 -9h-10z",plus:"M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",cross:"M-5 -5l10 10m0 -10l-10 10",ring:"M-6.5 0a6.5 6.5 0 1 0\
 13 0a6.5 6.5 0 1 0 -13 0"};function marker(kind,x,y,colour){let open=kind==="cross"||kind==="ring";return svg("path",{d:SHAPES[kind],
transform:`translate(${x} ${y})`,class:`${open?"line":"fill"} ${colour}`})}function optimizerLine(optimizer,d,places=[]){
let own=!(optimizer in OPTIMIZER_STYLES),[colour,line,shape]=OPTIMIZER_STYLES[own?"":optimizer];return[svg("path",{d,class:line,
...own?{style:"stroke-width: 4; stroke-opacity: 0.5"}:{}}),...places.map(([x,y])=>marker(shape,x,y,colour))]}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
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
end"})),this.frame.replaceChildren(lines)}};var power=loss=>Math.log10(clamp(loss,1e-8,1e8)),LossChart=class extends Panel{constructor(box,series,{steps,title="loss\
 J after each step",unit="step"}){let powers=series.flatMap(({heights})=>heights).filter(h=>Number.isFinite(h)&&h>0).map(
power),low=Math.floor(clamp(Math.min(0,...powers),-6,0)),high=Math.ceil(Math.max(1,...powers)-1e-9);super({...box,xs:[0,
steps],ys:[low,high]}),this.axes(ticks(0,steps,5).filter(Number.isInteger),[],unit),this.#powerLines(low,high),this.frame.
append(textAt(box.x,box.y-8,title,{class:"quiet"}));for(let{heights,...attributes}of series){let ys=heights.map(h=>Number.
isFinite(h)?Math.max(power(h),low):Number.NaN),d=this.path([...heights.keys()],ys),{rule}=attributes;this.inside.append(
...rule===void 0?[svg("path",{d,...attributes})]:optimizerLine(rule,d))}}#powerLines(low,high){let mark=(p,text)=>{this.
frame.append(svg("path",{d:`M${this.x} ${this.py(p)}h${this.width}`,class:"hair"}),textAt(this.x-7,this.py(p)+4,text,{class:"\
quiet","text-anchor":"end"}))},every=high-low>6?2:1;for(let p=low;p<=high;p+=every)if(mark(p,p===0?"1":p===1?"10":`10${superscript(
p)}`),high-low<2&&p<high)for(let k of[2,5])mark(p+Math.log10(k),formatNumber(k*10**p))}level(loss){return this.py(clamp(
power(loss),this.ys[0],this.ys[1]))}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Gradient descent with one weight"),names=["loss","start","learning_r\
ate","steps"],tables=Object.fromEntries(Object.entries(model.get("tables")).map(([name,view])=>{let all=toNumbers(view,Float64Array),
third=all.length/3;return[name,[0,1,2].map(i=>[...all.subarray(i*third,(i+1)*third)])]})),{request,drawWith}=kernelState(
model,(said,walked)=>({...said,rows:toRows(toNumbers(walked,Float64Array),3)})),box={x:40,y:16,width:470,height:262},ends=(loss=model.
get("loss"))=>[tables[loss][0][0],Number(tables[loss][0].at(-1))],says=html("p",{class:"says",role:"status"}),{scene,beside,
picture,show}=startLine(model,request,box,ends,svg("circle",{r:6.5,class:"fill orange"}),svg("circle",{r:2.2,style:"fill\
: var(--jp-layout-color0, white)"}));root.append(controlBar(select("loss function",model,"loss",({loss})=>request({loss,
start:clamp(model.get("start"),...ends(loss))}),Object.keys(tables)),logSlider("learning rate",model,"learning_rate",{min:.001,
max:3},request),slider("steps",model,"steps",{min:1,max:60,step:1},request)),picture,says),drawWith(root,[],shown=>draw(
shown,{beside,box,names,says,scene,show,tables}))}function draw(shown,{beside,box,names,says,scene,show,tables}){let[ws,
heights]=tables[shown.loss],peak=Math.max(...heights),panel=new Panel({...box,xs:[ws[0],ws.at(-1)],ys:[-.06*peak,1.04*peak]});
panel.axes(panel.xTicks(8),ticks(0,peak,4),"w");let places=shown.rows,route=panel.path(places.map(r=>r[0]).map(w=>clamp(
w,-50,50)),places.map(r=>r[1]));panel.inside.append(svg("path",{d:panel.path(ws,heights),class:"line blue"}),svg("path",
{d:route,class:"line thin orange"}),...places.map(([w,h],i)=>svg("circle",{cx:clamp(panel.px(w),-99,999),cy:clamp(panel.
py(h),-99,999),r:i?3.4:0,class:"fill orange"}))),panel.inside.append(...slope(panel,places)),shown.climb!==null&&panel.inside.
append(...marked(panel,places,shown.climb)),scene.replaceChildren(panel.node);let[w0,h0]=places[0];show(panel.px(w0),panel.
py(h0));let chart=new LossChart({x:590,y:34,width:236,height:244},[{heights:places.map(r=>r[1]),class:"line orange"}],{steps:Math.
max(shown.steps,2)});return shown.climb!==null&&chart.inside.append(svg("circle",{cx:chart.px(shown.climb),cy:chart.level(
places[shown.climb][1]),r:6,class:"line red"})),beside.replaceChildren(chart.node),says.replaceChildren(html("b",{},`${shown.
verdict[0].toUpperCase()}${shown.verdict.slice(1)}. `),shown.says),{...Object.fromEntries(names.map(name=>[name,shown[name]])),
verdict:shown.verdict,climb:shown.climb,path:places.map(r=>r[0]),says:shown.says}}function slope(panel,[[w,h,m],second]){
let foot=panel.y+panel.height-9,half=.16*(panel.xs[1]-panel.xs[0])/Math.hypot(1,m),nodes=[svg("path",{d:panel.path([w-half,
w+half],[h-half*m,h+half*m]),class:"line thin dashed ink"})];if(second&&Math.abs(panel.px(second[0])-panel.px(w))>3){let[
x0,x1]=[panel.px(w),clamp(panel.px(second[0]),panel.x,panel.x+panel.width)],tip=x1>x0?-6:6;nodes.push(svg("path",{d:`M${x0}\
 ${foot}H${x1}m${tip} -4l${-tip} 4l${tip} 4`,class:"line green"}))}return nodes}function marked(panel,places,climb){let[
w,h]=places[climb],[x,y]=[clamp(panel.px(w),panel.x+10,panel.x+panel.width-10),clamp(panel.py(h),panel.y+10,panel.y+panel.
height-10)],right=x<panel.x+panel.width/2;return[svg("circle",{cx:x,cy:y,r:8,class:"line red"}),textAt(x+(right?13:-13),
y+4,`step ${climb} increases the loss`,{class:"fill red halo","text-anchor":right?"start":"end"})]}var descent_default={
render};export{descent_default as default};
