// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
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
drawOnChange(root,model,others,()=>draw(latest))}}}var STATE=["activation","depth","scale","batch_norm"],[LOW,HIGH]=[-20,20];function render({model,el}){let root=createRoot(
el,"Depth"),{request,drawWith}=kernelState(model),scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 330"},scene),says=html(
"p",{class:"says",role:"status"}),box=html("input",{type:"checkbox","aria-label":"batch normalization",change:()=>request(
{batch_norm:box.checked})}),preset=(name,state)=>button(name,()=>request(state));root.append(controlBar(select("activati\
on",model,"activation",request),slider("layers",model,"depth",{min:2,max:30,step:1},request),slider("weights, in √(1/n)",
model,"scale",{min:.05,max:4,step:.05},request),html("label",{},box,"batch normalization"),preset("std 0.01",{scale:.0566}),
preset("Xavier √(1/n)",{scale:1}),preset("He √(2/n)",{scale:1.4})),picture,says),drawWith(root,[],shown=>{box.checked=
shown.batch_norm;let panels=[["signals","forward: standard deviation of the outputs",52,"blue"],["gradients","backward: \
root mean square of ∂J/∂W",490,"orange"]];return scene.replaceChildren(...panels.map(([name,title,x,colour])=>sizes(
shown[name],title,x,colour))),says.textContent=sentence(shown),Object.fromEntries([...STATE,"signals","gradients"].map(name=>[
name,shown[name]]))})}function sizes(values,title,x,colour){let panel=new Panel({x,y:30,width:345,height:255,xs:[.5,values.
length+.5],ys:[LOW,HIGH]}),places=ticks(1,values.length,6).filter(Number.isInteger);panel.axes(places,[],"layer");for(let power=LOW;power<=
HIGH;power+=5)panel.frame.append(svg("path",{d:`M${x} ${panel.py(power)}h345`,class:"hair"}),textAt(x-7,panel.py(power)+
4,power?formatNumber(10**power,1).replace("1·","").replace("1.0·",""):"1",{class:"quiet","text-anchor":"end"}));panel.
frame.append(textAt(x,18,title,{class:"title"}),svg("path",{d:`M${x} ${panel.py(0)}h345`,class:"line thin ink dotted"}));
let heights=values.map(v=>clamp(Math.log10(v),LOW,HIGH)),layers=values.map((_,i)=>i+1);panel.inside.append(svg("path",{d:panel.
path(layers,heights),class:`line ${colour}${colour==="orange"?" dashed":""}`})),layers.forEach((layer,i)=>{let[px,py]=[panel.
px(layer),panel.py(heights[i])];panel.inside.append(colour==="orange"?svg("path",{d:`M${px} ${py-5}l5 5l-5 5l-5 -5z`,class:`\
fill ${colour}`}):svg("circle",{cx:px,cy:py,r:4,class:`fill ${colour}`}))});let[first,last]=[values[0],values.at(-1)];return panel.
node.append(textAt(panel.px(1),clamp(panel.py(heights[0])-12,44,280),formatNumber(first,2),{class:"halo"}),textAt(panel.
px(values.length),clamp(panel.py(heights.at(-1))-12,44,280),formatNumber(last,2),{class:"halo","text-anchor":"end"})),panel.
node}function sentence({signals,gradients,batch_norm,activation}){let[signal,gradient]=[signals.at(-1)/signals[0],gradients[0]/
gradients.at(-1)];if(!Number.isFinite(gradient)||gradients.at(-1)===0)return"All gradients are 0: the last layer is satu\
rated or dead for every example.";let most=Math.max(...gradients),back=most<1e-6?`vanishes in every layer: the largest i\
s ${formatNumber(most,2)}`:Math.min(...gradients)>1e6?`explodes in every layer: the largest is ${formatNumber(most,2)}`:
gradient<.001?`vanishes: in the first layer it is ${formatNumber(gradient,2)} times as large as in the last layer`:gradient>
1e3?`explodes: in the first layer it is ${formatNumber(gradient,2)} times as large as in the last layer`:`neither vanish\
es nor explodes: the first and the last layer differ by a factor of ${formatNumber(Math.max(gradient,1/gradient),2)}`;return`${batch_norm?
"Batch normalization gives z the standard deviation 1 in each layer. ":signal<.001?"The outputs vanish. ":signal>1e3?"Th\
e outputs explode. ":signals.at(-1)>.9&&activation==="tanh"?"The outputs saturate at −1 and 1. ":"The outputs neither \
vanish nor explode. "}The gradient ${back}.`}var depth_default={render};export{depth_default as default};
