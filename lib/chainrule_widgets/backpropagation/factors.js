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
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var REACH=6;function render({model,el}){let root=createRoot(el,"Factors of a gradient"),{request,save,drawWith}=kernelState(
model,(said,line)=>({...said,line:toNumbers(line)})),panel=new Panel({x:44,y:24,width:340,height:236,xs:[-REACH,REACH],ys:[
-.05,1.05]}),slot=()=>model.get("weight")==="w₁"?"w1":"w2",moveTo=value=>request({[slot()]:clamp(roundTo(value,.01),-REACH,
REACH)}),curve=svg("path",{class:"line blue"}),tangent=svg("path",{class:"line orange"}),grip=handle("the weight",{low:-REACH,
high:REACH,step:.1,get:()=>model.get(slot()),put:moveTo},svg("circle",{r:11,class:"ring"}),svg("circle",{r:6,class:"fill\
 blue"})),title=textAt(44,15,"",{class:"title"}),tag=svg("text",{class:"fill orange"});panel.inside.append(curve,tangent);
let surface=svg("g",{},svg("rect",{x:44,y:24,width:340,height:236,fill:"transparent",style:"cursor: ew-resize"}),panel.node,
grip,tag),rows=svg("g"),picture=svg("svg",{viewBox:"0 0 848 296"},title,surface,rows);onDrag(surface,picture,px=>moveTo(
-REACH+(px-44)/340*2*REACH));let says=html("p",{class:"says","aria-live":"polite"}),printed=html("input",{type:"checkbox",
change:()=>save({printed:printed.checked})}),range={min:-REACH,max:REACH,step:.1};root.append(controlBar(select("curve a\
s a function of",model,"weight",request),slider("w₁",model,"w1",range,request),slider("w₂",model,"w2",range,request),
slider("x",model,"x",{min:-3,max:3,step:.1},request),slider("y",model,"y",{min:0,max:1,step:.1},request),html("label",{},
printed,"wrong third factor: ∂ŷ/∂w₁")),picture,says),drawWith(root,["printed"],shown=>draw(shown,{curve,grip,model,
panel,printed,rows,says,tag,tangent,title}))}function draw(shown,{curve,grip,model,panel,printed,rows,says,tag,tangent,title}){
let{factors:f,weight,trial:found,J}=shown,asPrinted=model.get("printed");printed.checked=asPrinted;let first=[["∂J/∂ŷ",
f["∂J/∂ŷ"]],["∂ŷ/∂z₁",f["∂ŷ/∂z₁"]],asPrinted?["∂ŷ/∂w₁",f["∂ŷ/∂w₁"]]:["∂z₁/∂w₁",
f["∂z₁/∂w₁"]]],second=[["∂J/∂ŷ",f["∂J/∂ŷ"]],["∂ŷ/∂w₂",f["∂ŷ/∂w₂"]]],times=list=>list.reduce(
(product2,[,value])=>product2*value,1),[one,two]=[times(first),times(second)],slope=weight==="w₁"?one:two,at=weight===
"w₁"?shown.w1:shown.w2,places=[...shown.line].map((_,i)=>-REACH+i*2*REACH/(shown.line.length-1)),[low,high]=[Math.min(
...shown.line),Math.max(...shown.line)],margin=Math.max(.15*(high-low),.004);return panel.ys=[low-margin,high+margin],panel.
axes([-6,-3,0,3,6],panel.yTicks(4),weight),title.textContent=`the loss J as a function of ${weight}`,curve.setAttribute(
"d",panel.path(places,shown.line)),tangent.setAttribute("d",panel.path([at-2.5,at+2.5],[J-2.5*slope,J+2.5*slope])),tangent.
setAttribute("class",asPrinted&&weight==="w₁"?"line red dashed":"line orange"),grip.setAttribute("transform",`translat\
e(${panel.px(at)} ${panel.py(J)})`),grip.setAttribute("aria-label",weight),grip.show(),setAttributes(tag,{x:384,y:15,"te\
xt-anchor":"end",class:`fill ${asPrinted&&weight==="w₁"?"red":"orange"}`},[]),tag.textContent=`the line: ${formatNumber(
slope)}`,rows.replaceChildren(...product("∂J/∂w₂",second,two,found[1],52),...product("∂J/∂w₁",first,one,found[0],
176)),says.replaceChildren(...sentence(shown,one,asPrinted)),{w1:shown.w1,w2:shown.w2,x:shown.x,y:shown.y,weight,factors:f,
products:[one,two],trial:found,slope,printed:asPrinted,says:says.textContent}}function product(name,list,value,trial,y){
let nodes=[textAt(420,y-16,`${name} =`,{class:"title"})];list.forEach(([label,number],i)=>{let x2=420+i*90;nodes.push(svg(
"rect",{x:x2,y:y-4,width:74,height:46,rx:6,class:"wash"}),textAt(x2+37,y+14,label,{class:"quiet","text-anchor":"middle"}),
textAt(x2+37,y+33,formatNumber(number),{"text-anchor":"middle",class:"title"})),i&&nodes.push(textAt(x2-8,y+25,"·",{"te\
xt-anchor":"middle",class:"title"}))});let same=Math.abs(value-trial)<=1e-6*(Math.abs(value)+Math.abs(trial))+1e-9,x=420+
list.length*90;return nodes.push(textAt(x+2,y+25,`= ${formatNumber(value)}`,{class:"title"}),textAt(420,y+64,`numerical:\
 ${formatNumber(trial)}   ${same?"✓ equal":"✗ different"}`,{class:same?"quiet":"fill red"})),nodes}function sentence({
factors:f,trial,w1,x},one,asPrinted){if(asPrinted){let times=trial[0]===0?"":` The right derivative is multiplied by ${formatNumber(
one/trial[0])}, which is the extra factor ∂ŷ/∂z₁.`;return[html("b",{},"Wrong factor. "),`∂ŷ/∂w₁ already contains \
∂ŷ/∂z₁. ${times}`]}return Math.abs(f["∂z₁/∂w₁"])<.02*Math.abs(x)?[html("b",{},"Saturated. "),`At z₁ = σ(${formatNumber(
w1*x)}) the sigmoid is almost flat, so the factor ∂z₁/∂w₁ is ${formatNumber(f["∂z₁/∂w₁"])}, and w₁ hardl\
y changes.`]:x===0?[html("b",{},"The input is 0. "),"∂z₁/∂w₁ has the factor x, so it is 0."]:[html("b",{},"One f\
actor is in both products. "),`∂J/∂ŷ = ${formatNumber(f["∂J/∂ŷ"])} is computed once and used in both rows. Eac\
h product is the derivative of its curve.`]}var factors_default={render};export{factors_default as default};
