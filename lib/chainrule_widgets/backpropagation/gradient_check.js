// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
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
end"})),this.frame.replaceChildren(lines)}};function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw){
let now=()=>reportDrawn(root,draw()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
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
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw)=>{redraw=
drawOnChange(root,model,others,()=>draw(latest))}}}var BASE={x:60,y:30,width:520,height:210};function render({model,el}){let root=createRoot(el,`Gradient check of ${model.
get("name")}`),{request,drawWith}=kernelState(model),scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 284"},scene),says=html(
"p",{class:"says",role:"status"});root.append(controlBar(slider("h",model,"power",{min:-12,max:0,step:1,text:v=>formatNumber(
10**v)},request)),picture,says),drawWith(root,[],shown=>{let{analytic,numeric,error}=shown,all=[...analytic,...numeric].
filter(Number.isFinite),reach=1.15*Math.max(1e-9,...all.map(Math.abs)),count=Math.max(numeric.length,1),panel=new Panel(
{...BASE,xs:[-.5,count-.5],ys:[-reach,reach]});panel.axes([],ticks(-reach,reach,4));let wide=Math.min(30,BASE.width/count*
.34),wrong=0;return numeric.forEach((slope,i)=>{let x=panel.px(i),bar=(value,left,kind)=>svg("rect",{x:left,y:Math.min(panel.
py(value),panel.py(0)),width:wide,height:Math.max(1,Math.abs(panel.py(value)-panel.py(0))),class:kind});panel.inside.append(
bar(slope,x-wide-1,"line thin blue")),Number.isFinite(analytic[i])&&panel.inside.append(bar(analytic[i],x+1,"fill orange"));
let bad=analytic.length&&!(Math.abs(analytic[i]-slope)<=1e-4*reach);wrong+=bad?1:0,panel.frame.append(textAt(x,258,`${i}${bad?
" ✗":""}`,{class:bad?"fill red":"quiet","text-anchor":"middle"}))}),panel.frame.append(textAt(60+BASE.width,276,"entry\
 of w",{class:"quiet","text-anchor":"end"})),scene.replaceChildren(panel.node,...side(model.get("name"),error,analytic.length)),
says.replaceChildren(html("b",{},shown.agrees?"✓ ":"✗ "),shown.says),{power:shown.power,analytic,numeric,error,wrong,
says:shown.says}})}function side(name,error,given){let place=value=>620+210*clamp((Math.log10(Math.max(value,1e-12))+12)/
12,0,1),nodes=[svg("rect",{x:620,y:34,width:14,height:12,class:"line thin blue"}),textAt(644,45,"numerical"),svg("rect",
{x:620,y:56,width:14,height:12,class:"fill orange"}),textAt(644,67,name.length>26?`${name.slice(0,25)}…`:name),textAt(
620,122,"‖a − n‖ / (‖a‖ + ‖n‖)",{class:"title"}),svg("path",{d:"M620 172h210",class:"line thin ink"})];for(let[
text,value]of Object.entries({"10⁻¹²":1e-12,"10⁻⁷":1e-7,"10⁻³":.001,1:1}))nodes.push(svg("path",{d:`M${place(
value)} 166v12`,class:"line thin ink"}),textAt(place(value),194,text,{class:"quiet","text-anchor":"middle"}));return nodes.
push(textAt((place(1e-12)+place(1e-7))/2,212,"well",{class:"quiet","text-anchor":"middle"}),textAt((place(.001)+830)/2,212,
"mistake",{class:"quiet","text-anchor":"middle"})),error!==null?nodes.push(svg("path",{d:`M${place(error)} 170l-6 -11h12\
z`,class:`fill ${error<1e-6?"green":"red"}`}),textAt(place(error),153,formatNumber(error,2),{class:`fill ${error<1e-6?"g\
reen":"red"}`,"text-anchor":"middle"})):nodes.push(textAt(620,153,given?"no number":"nothing to compare",{class:"quiet"})),
nodes}var gradient_check_default={render};export{gradient_check_default as default};
