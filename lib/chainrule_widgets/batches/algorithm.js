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
drawOnChange(root,model,others,()=>draw2(latest))}}}var[CARD,LEFT]=[44,366];function render({model,el}){let root=createRoot(el,"Mini-batch algorithm"),[lines,x,y]=["lines",
"x","y"].map(name=>model.get(name)),{request,save,latest,drawWith}=kernelState(model),at=()=>clamp(model.get("step"),0,latest().
moments.length-1),go=step=>save({step:clamp(step,0,latest().moments.length-1)}),button=(text,label,step)=>html("button",
{type:"button","aria-label":label,click:()=>go(step())},text),next=line=>{let i=latest().moments.findIndex((m,k)=>k>at()&&
m.line===line);return i<0?latest().moments.length-1:i},scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 330"},scene),says=html(
"p",{class:"says",role:"status"});root.append(controlBar(button("◀","previous line",()=>at()-1),button("line ▶","one\
 line on",()=>at()+1),button("next batch","next batch",()=>next(2)),button("next epoch","next epoch",()=>next(1)),button(
"restart","restart",()=>0),html("button",{type:"button",click:()=>request({seed:model.get("seed")+1})},"shuffle again")),
controlBar(slider("batch size B",model,"batch_size",{min:1,max:10,step:1},request),slider("learning rate η",model,"lear\
ning_rate",{min:.01,max:1,step:.01},request),select("divide by",model,"divide_by",request)),picture,says),drawWith(root,
["step"],shown=>draw(shown,{at,lines,says,scene,x,y}))}function draw(shown,{at,lines,says,scene,x,y}){let moment=shown.moments[at()],
order=moment.order.length?moment.order:x.map((_,i)=>i),code=lines.flatMap((line,i)=>{let here=i===moment.line,indent=line.
length-line.trimStart().length;return[...here?[svg("rect",{x:0,y:22+i*30,width:330,height:25,rx:5,class:"wash"}),textAt(
4,39+i*30,"▶",{class:"fill orange"})]:[],textAt(22+indent*5,39+i*30,line.trim(),{class:here?"title":""})]}),cards=order.
flatMap((k,i)=>card(k,i,moment,x[k],y[k]));return scene.replaceChildren(textAt(0,12,"the algorithm",{class:"title"}),...code,
textAt(LEFT,12,moment.epoch<0?"ten examples":`ten examples, epoch ${moment.epoch+1} of 2`,{class:"title"}),...cards,...bars(
moment,order),...journey(shown.moments,at())),says.replaceChildren(html("b",{},`Line ${moment.line+1}. `),moment.sentence),
{step:at(),of:shown.moments.length,...moment,batch_size:shown.batch_size,learning_rate:shown.learning_rate,divide_by:shown.
divide_by}}function card(k,i,{batch,done},x,y){let left=LEFT+i*(CARD+4.5),[now,past]=[batch.includes(k),done.includes(k)];
return[svg("g",{opacity:past?.35:1},svg("rect",{x:left,y:24,width:CARD,height:56,rx:5,class:now?"line blue":"line thin i\
nk",...now?{}:{"stroke-opacity":.4}}),textAt(left+CARD/2,39,`${past?"✓ ":""}${k}`,{"text-anchor":"middle",class:now?"f\
ill blue":"quiet"}),textAt(left+CARD/2,56,`x ${formatNumber(x)}`,{"text-anchor":"middle",class:"quiet"}),textAt(left+CARD/
2,72,`y ${formatNumber(y)}`,{"text-anchor":"middle",class:"quiet"}))]}function bars({gradients,mean,batch},order){let largest=Math.
max(1e-9,...gradients.map(Math.abs),Math.abs(mean??0)),nodes=[svg("path",{d:`M${LEFT} 148h482`,class:"hair"}),textAt(LEFT-
6,152,"0",{class:"quiet","text-anchor":"end"})];if(gradients.forEach((slope,i)=>{let left=LEFT+order.indexOf(batch[i])*(CARD+
4.5),tall=Math.abs(slope)/largest*44;nodes.push(svg("rect",{x:left+8,y:slope<0?148:148-tall,width:CARD-16,height:tall,rx:2,
class:"fill orange"}),textAt(left+CARD/2,slope<0?142:162,formatNumber(slope,2),{"text-anchor":"middle",class:"halo quiet"}))}),
mean!==null){let first=LEFT+order.indexOf(batch[0])*(CARD+4.5),height=148-mean/largest*44;nodes.push(svg("path",{d:`M${first-
2} ${height}h${batch.length*(CARD+4.5)}`,class:"line ink dashed"}),textAt(first<LEFT+300?first+batch.length*(CARD+4.5)+4:
first-8,height+4,`∂J/∂w = ${formatNumber(mean)}`,{class:"title halo","text-anchor":first<LEFT+300?"start":"end"}))}else
gradients.length||nodes.push(textAt(LEFT+8,140,"gradients ∂Jₖ/∂w of the examples in the batch",{class:"quiet"}));return nodes}
function journey(moments,now){let steps=moments.map((m,i)=>[m,i]).filter(([m])=>m.line===0||m.line===4),taken=steps.filter(
([,i])=>i<=now).map(([m])=>m.w),panel=new Panel({x:LEFT,y:232,width:400,height:74,xs:[0,steps.length-1],ys:[-.3,3]});panel.
axes(ticks(0,steps.length-1,5).filter(Number.isInteger),[0,1,2,3],"steps"),panel.inside.append(svg("path",{d:panel.path(
taken.map((_,i)=>i),taken),class:"line blue"}),...taken.map((w2,i)=>svg("circle",{cx:panel.px(i),cy:panel.py(w2),r:3.2,class:"\
fill blue"})));let w=moments[now].w;return[textAt(LEFT,222,"the weight",{class:"title"}),panel.node,textAt(848,256,`w = ${formatNumber(
w,4)}`,{class:"fill blue","text-anchor":"end"}),textAt(848,276,`loss ${formatNumber(moments[now].loss)}`,{"text-anchor":"\
end"})]}var algorithm_default={render};export{algorithm_default as default};
