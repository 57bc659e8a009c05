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
drawOnChange(root,model,others,()=>draw2(latest))}}}var DEGREES=12,GRID=Array.from({length:81},(_,i)=>-1+i/40);function render({model,el}){let root=createRoot(el,"Bias and \
variance"),{request,save,drawWith}=kernelState(model,(said,curves,first)=>({...said,curves:toNumbers(curves),first:toNumbers(
first)})),left=new Panel({x:40,y:26,width:420,height:250,xs:[-1,1],ys:[-2.2,2.2]});left.axes([-1,0,1],[-2,-1,0,1,2],"x");
let right=errorPanel(),[many,mean,one,real,dots]=[["line thin",.28],["line wide blue",1],["line blue",1],["line dashed i\
nk",1],["line thin ink",1]].map(([kind,opacity])=>svg("path",{class:kind,opacity}));many.style.stroke="var(--blue)",left.
inside.append(many,mean,real,one,dots);let kinds={error:"line ink",bias:"line dashed orange",variance:"line blue",training:"\
line dotted green"},lines=Object.fromEntries(Object.entries(kinds).map(([name,kind])=>[name,svg("path",{class:kind})])),
cursor=svg("path",{class:"hair",style:"stroke: var(--ink)"});right.inside.append(cursor,...Object.values(lines));let marks=Object.
fromEntries(Object.keys(kinds).map(name=>[name,svg("circle",{r:4.5,class:kinds[name].replace("line","fill")})])),labels=legend(),
surface=svg("g",{style:"cursor: ew-resize"},svg("rect",{x:540,y:26,width:290,height:250,fill:"transparent"}),right.node,
...Object.values(marks)),picture=svg("svg",{viewBox:"0 0 848 356"},left.node,textAt(40,14,"fitted polynomials",{class:"t\
itle"}),textAt(540,14,"mean squared error by degree",{class:"title"}),surface,labels.node);onDrag(surface,picture,x=>save(
{degree:clamp(Math.round(-.4+(x-540)/290*11.8),0,11)}));let says=html("p",{class:"says","aria-live":"polite"}),box=html(
"input",{type:"checkbox","aria-label":"show the refits",change:()=>save({refits:box.checked})});root.append(controlBar(slider(
"degree",model,"degree",{min:0,max:11,step:1},save),slider("points",model,"points",{min:12,max:60,step:1},request),slider(
"noise",model,"noise",{min:0,max:1,step:.05},request),html("label",{},box,"show the refits"),button("other noise",()=>request(
{seed:model.get("seed")+1}))),picture,says),drawWith(root,["degree","refits"],shown=>draw(shown,{box,cursor,dots,labels,
left,lines,many,marks,mean,model,one,real,right,says}))}function errorPanel(){let right=new Panel({x:540,y:26,width:290,
height:250,xs:[-.4,11.4],ys:[-4,2]});right.axes(Array.from({length:DEGREES},(_,i)=>i),[],"degree");for(let power=-4;power<=
2;power++)right.frame.append(svg("path",{d:`M540 ${right.py(power)}h290`,class:"hair"}),textAt(533,right.py(power)+4,["0\
.0001","0.001","0.01","0.1","1","10","100"][power+4],{class:"quiet","text-anchor":"end"}));return right}function draw(shown,{
box,cursor,dots,labels,left,lines,many,marks,mean,model,one,real,right,says}){let degree=model.get("degree");box.checked=
model.get("refits");let count=shown.curves.length/DEGREES/GRID.length,curve=k=>shown.curves.subarray((degree*count+k)*GRID.
length,(degree*count+k+1)*GRID.length),all=Array.from({length:count},(_,k)=>curve(k)),average=GRID.map((_,i)=>all.reduce(
(sum,c)=>sum+c[i],0)/count);many.setAttribute("d",box.checked?all.map(c=>left.path(GRID,c)).join(""):""),mean.setAttribute(
"d",box.checked?left.path(GRID,average):""),one.setAttribute("d",box.checked?"":left.path(GRID,all[0])),real.setAttribute(
"d",left.path(GRID,shown.truth));let n=shown.first.length/2;dots.setAttribute("d",Array.from({length:n},(_,i)=>`M${left.
px(shown.first[i])-3.5} ${left.py(shown.first[n+i])}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0`).join(""));let error=shown.bias.
map((b,i)=>b+shown.variance[i]+shown.noise**2),values={error,bias:shown.bias,variance:shown.variance,training:shown.training.
map(v=>v<1e-12?0:v)},log=v=>Math.max(Math.log10(Math.max(v,1e-12)),-4.2);for(let[name,heights]of Object.entries(values))
lines[name].setAttribute("d",right.path(heights.map((_,i)=>i),heights.map(log))),setAttributes(marks[name],{cx:right.px(
degree),cy:right.py(clamp(log(heights[degree]),-4,2))},[]);cursor.setAttribute("d",`M${right.px(degree)} 26v250`);let at=Object.
fromEntries(Object.entries(values).map(([name,heights])=>[name,heights[degree]])),best=error.indexOf(Math.min(...error));
return labels.show(at,shown.noise**2),says.replaceChildren(...sentence(degree,best,at,n)),{degree,points:shown.points,noise:shown.
noise,seed:shown.seed,refits:box.checked,best,...at,says:says.textContent}}function legend(){let rows=[["line ink","expe\
cted error on new points"],["line dashed orange","squared bias"],["line blue","variance"],["line dotted green","training\
 error"]],values=rows.map(()=>svg("text",{"text-anchor":"end"}));return{node:svg("g",{},...rows.flatMap(([kind,label],i)=>{
let[x,y]=[40+i%2*420,322+22*Math.floor(i/2)];return setAttributes(values[i],{x:x+300,y},[]),[svg("path",{d:`M${x} ${y-4}\
h34`,class:kind}),textAt(x+44,y,label),values[i]]})),show:at=>["error","bias","variance","training"].forEach((name,i)=>{
values[i].textContent=formatNumber(at[name])})}}function sentence(degree,best,at,n){if(degree===best)return[html("b",{},
"Good fit. "),`Degree ${degree} has the smallest expected error on new points: ${formatNumber(at.error)}.`];if(degree<best)
return[html("b",{},"Underfitting. "),`The polynomial is too simple: squared bias ${formatNumber(at.bias)}, variance ${formatNumber(
at.variance)}. More data would not help.`];let hits=degree>=n-1?"The polynomial goes through every point. ":"";return[html(
"b",{},"Overfitting. "),`${hits}The training error (${formatNumber(at.training)}) is smaller than at degree ${best}. But\
 each refit follows its noise: variance ${formatNumber(at.variance)}.`]}var bias_variance_default={render};export{bias_variance_default as default};
