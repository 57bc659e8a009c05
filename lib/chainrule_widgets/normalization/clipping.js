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
end"})),this.frame.replaceChildren(lines)}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Clipping"),{request,drawWith}=kernelState(model),panel=new Panel({x:40,
y:12,width:340,height:340,xs:[-4,4],ys:[-4,4]});panel.axes([-4,-2,0,2,4],[-4,-2,0,2,4],"∂J/∂w₁");let square=svg("r\
ect",{class:"line thin blue dashed"}),circle=svg("circle",{class:"line thin orange dotted",cx:panel.px(0),cy:panel.py(0)}),
[whole,value,norm]=[svg("path",{class:"line thin ink"}),svg("path",{class:"line blue dashed"}),svg("path",{class:"line o\
range wide"})],mine=svg("path",{class:"line green dotted"});panel.inside.append(square,circle,norm,value,whole,mine);let set=(x,y)=>request(
{gradient:[clamp(roundTo(x,.05),-4,4),clamp(roundTo(y,.05),-4,4)]}),grips=[along("gradient of w₁",0,!1,{model,set}),along(
"gradient of w₂",1,!0,{model,set})],tip=svg("g",{style:"cursor: grab"},svg("circle",{r:6,class:"fill ink"}),...grips),
ends=[svg("rect",{width:10,height:10,class:"fill blue"}),svg("circle",{r:6,class:"fill orange"}),svg("path",{d:"M-7 6h14\
l-7 -13z",class:"fill green"})],surface=svg("g",{},svg("rect",{x:40,y:12,width:340,height:340,fill:"transparent",style:"\
cursor: crosshair"}),panel.node,...ends,tip),picture=svg("svg",{viewBox:"0 0 848 384"},surface,textAt(panel.x+6,panel.y+
14,"∂J/∂w₂",{class:"quiet halo"}));onDrag(surface,picture,(x,y)=>set((x-40)/340*8-4,4-(y-12)/340*8));let lines=[["\
gradient","ink","disc, thin arrow"],["by value","blue","square, dashed arrow"],["by norm","orange","disc, broad arrow"]].
map(([name,colour,shape],i)=>{let y=50+92*i,[text,turn]=[textAt(450,y+24,""),textAt(450,y+46,"")];return picture.append(
textAt(450,y,name,{class:`fill ${colour}`}),textAt(560,y,shape,{class:"quiet"}),text,turn),{text,turn}}),yours=textAt(450,
326,"",{class:"fill green"});picture.append(yours);let says=html("p",{class:"says",role:"status"});root.append(controlBar(
slider("limit",model,"limit",{min:.2,max:4,step:.1},request)),picture,says),drawWith(root,[],shown=>draw(shown,{circle,ends,
grips,lines,mine,norm,panel,says,square,tip,value,whole,yours}))}function along(label,i,vertical,{model,set}){return handle(
label,{low:-4,high:4,step:.1,vertical,get:()=>model.get("gradient")[i],put:v=>set(...model.get("gradient").with(i,v))},i?
svg("path",{d:"M0 -14l4 7h-8z",class:"fill ink"}):svg("path",{d:"M14 0l-7 4v-8z",class:"fill ink"}),svg("rect",i?{x:-9,y:-18,
width:18,height:12,class:"ring"}:{x:6,y:-9,width:12,height:18,class:"ring"}))}function draw({gradient,limit,by_value,by_norm,
turned,own,verdict},{circle,ends,grips,lines,mine,norm,panel,says,square,tip,value,whole,yours}){let arrow=([x,y])=>`M${panel.
px(0)} ${panel.py(0)}L${panel.px(x)} ${panel.py(y)}`;return setAttributes(square,{x:panel.px(-limit),y:panel.py(limit),width:panel.
px(limit)-panel.px(-limit),height:panel.py(-limit)-panel.py(limit)},[]),circle.setAttribute("r",panel.px(limit)-panel.px(
0)),[[whole,gradient],[value,by_value],[norm,by_norm]].forEach(([node,v])=>{node.setAttribute("d",arrow(v))}),setAttributes(
ends[0],{x:panel.px(by_value[0])-5,y:panel.py(by_value[1])-5},[]),setAttributes(ends[1],{cx:panel.px(by_norm[0]),cy:panel.
py(by_norm[1])},[]),mine.setAttribute("d",own?arrow(own):""),ends[2].setAttribute("transform",own?`translate(${panel.px(
own[0])} ${panel.py(own[1])})`:"translate(-99 -99)"),ends[2].setAttribute("visibility",own?"visible":"hidden"),yours.textContent=
own?`your function: (${formatNumber(own[0])}, ${formatNumber(own[1])}), triangle, dotted arrow`:"",tip.setAttribute("tra\
nsform",`translate(${panel.px(gradient[0])} ${panel.py(gradient[1])})`),grips.forEach(grip=>{grip.show()}),[gradient,by_value,
by_norm].forEach((v,i)=>{lines[i].text.textContent=`(${formatNumber(v[0])}, ${formatNumber(v[1])}), length ${formatNumber(
Math.hypot(...v))}`,lines[i].turn.textContent=i?`turned by ${formatNumber(turned[i-1],2)}°`:""}),says.textContent=verdict||
sentence(gradient,limit,turned),{gradient,limit,by_value,by_norm,turned,own,verdict}}function sentence(g,limit,turned){return Math.
hypot(...g)<=limit?"The gradient is shorter than the limit, so neither rule changes it.":Math.max(...g.map(Math.abs))<=limit?
"The norm is larger than the limit, but no entry is. Clipping by value changes nothing.":turned[0]<.5?"Here both rules k\
eep the direction, because both entries have the same size or one of them is 0.":`Clipping by value changes the directio\
n by ${formatNumber(turned[0],2)}°. Clipping by norm makes the gradient shorter and keeps its direction.`}var clipping_default={
render};export{clipping_default as default};
