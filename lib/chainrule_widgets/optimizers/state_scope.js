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
return new Kind(bytes)}function toRows(numbers2,width){return Array.from({length:numbers2.length/width},(_,i)=>[...numbers2.
slice(i*width,(i+1)*width)])}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var STATES={adagrad:"state: √a, where a is the sum of g²",rmsprop:"state: √a, where a is the moving average of g²",
adadelta:"state: √a (thick), moving average of g²; √u (thin), moving average of squared steps",adam:"state: √v (thi\
ck) and m (thin), moving averages of g² and g"};function render({model,el}){let root=createRoot(el,"State of an optimiz\
er"),names=["rule","signal","decay","corrected"],{request,drawWith}=kernelState(model,(said,traces)=>({...said,rows:toRows(
toNumbers(traces,Float64Array),8)})),scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 372"},scene),says=html("p",{class:"\
says",role:"status"}),decay=slider("decay rate ρ, β₂",model,"decay",{min:.5,max:.999,step:.001},request),box=html("i\
nput",{type:"checkbox","aria-label":"bias correction",change:()=>request({corrected:box.checked})});root.append(controlBar(
select("optimizer",model,"rule",request),select("gradients",model,"signal",request),decay,html("label",{},box,"bias corr\
ection")),picture,says),drawWith(root,[],shown=>draw(shown,{box,decay,model,names,says,scene}))}function draw(shown,{box,
decay,model,names,says,scene}){let{rule}=shown;box.checked=model.get("corrected"),box.disabled=rule!=="adam",decay.querySelector(
"input").disabled=rule==="adagrad";let column=i=>shown.rows.map(r=>r[i]),panels=[["gradient g of each weight",[0,1],[]],
[STATES[rule],[2,3],rule==="adam"||rule==="adadelta"?[4,5]:[]],["length of each weight's step",[6,7],[]]];return scene.replaceChildren(
...panels.map(([title,thick,thin],k)=>{let size=k===2?Math.abs:v=>v,lines=[...thick,...thin].map(i=>column(i).map(size)),
all=lines.flat(),[low,high]=[Math.min(0,...all),Math.max(1e-9,...all)],panel=new Panel({x:62,y:22+118*k,width:560,height:82,
xs:[1,60],ys:[low-.05*(high-low),high+.08*(high-low)]});return panel.axes(k===2?[1,10,20,30,40,50,60]:[],low<0?[low,0,high]:
[0,high],k===2?"step":""),panel.frame.append(textAt(62,14+118*k,title,{class:"quiet"})),panel.inside.append(...lines.map(
(line,i)=>svg("path",{d:panel.path(line.map((_,j)=>j+1),line),class:`line ${i%2?"dashed orange":"blue"} ${i>1?"thin":""}`}))),
panel.node}),key(),...numbers(shown.rows,rule==="adam"?"√v":"√a")),says.replaceChildren(html("b",{},`${rule}. `),shown.
says),{...Object.fromEntries(names.map(name=>[name,shown[name]])),roots:[column(2).at(-1),column(3).at(-1)],first:shown.
first,last:shown.last,says:says.textContent}}var key=()=>svg("g",{},svg("path",{d:"M650 40h34",class:"line blue"}),textAt(
694,44,"first weight"),svg("path",{d:"M650 64h34",class:"line dashed orange"}),textAt(694,68,"second weight"));function numbers(all,root){
let line=(y,label,first2,second,attributes)=>[textAt(650,y,label,{class:"quiet"}),textAt(780,y,first2,{"text-anchor":"en\
d",...attributes}),textAt(846,y,second,{"text-anchor":"end",...attributes})],[first,last]=[all[0],all.at(-1)];return[textAt(
650,276,"step 60",{class:"title"}),...line(298,root,formatNumber(last[2]),formatNumber(last[3])),...line(320,"length",formatNumber(
Math.abs(last[6])),formatNumber(Math.abs(last[7]))),textAt(650,160,"step 1",{class:"title"}),...line(182,root,formatNumber(
first[2]),formatNumber(first[3])),...line(204,"length",formatNumber(Math.abs(first[6])),formatNumber(Math.abs(first[7])))]}
var state_scope_default={render};export{state_scope_default as default};
