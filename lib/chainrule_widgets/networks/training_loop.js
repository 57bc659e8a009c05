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
drawOnChange(root,model,others,()=>draw(latest))}}}var STAGES=["data and targets","layers","loss","optimizer"],BOXES=[[2,24,150,290],[196,24,176,124],[196,204,176,110],[428,
96,176,146]];function render({model,el}){let root=createRoot(el,"Training loop"),{request,save,drawWith}=kernelState(model),
scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 330"},scene),says=html("p",{class:"says","aria-live":"polite"}),forward=by=>save(
{clicks:clamp(model.get("clicks")+by,0,240)}),button=(text,click)=>html("button",{type:"button",click},text);root.append(
controlBar(button("next",()=>forward(1)),button("one step",()=>forward(4)),button("ten steps",()=>forward(40)),button("r\
estart",()=>forward(-240)),select("loss",model,"loss",request),select("optimizer",model,"optimizer",request),slider("lea\
rning rate",model,"learning_rate",{min:.01,max:.8,step:.01},request)),picture,says);let[x,y]=[model.get("x"),model.get("\
y")];drawWith(root,["clicks"],({steps,...state})=>{let clicks=model.get("clicks"),[step,stage]=[Math.floor(clicks/4),clicks%
4],[now,next]=[steps[step],steps[Math.min(step+1,steps.length-1)]],held=stage===3?next:now;return scene.replaceChildren(
...arrows(stage),...boxes(stage,now,next,held,{...state,x,y}),...plots(x,y,held,steps.slice(0,step+1),stage)),says.replaceChildren(
...sentence(stage,step,now,next,steps[step-1],state)),{...state,clicks,step,stage:STAGES[stage],w:held.w,b:held.b,score:now.
loss,gradient:now.gradient,predictions:now.predictions,says:says.textContent}})}function arrows(stage){return[[1,"M152 8\
6H186","x",[170,78,"middle"],[192,86,0]],[2,"M152 259H186","y",[170,251,"middle"],[192,259,0]],[2,"M284 148V194","ŷ",[293,
178,"start"],[284,200,90]],[3,"M372 259C420 259 450 266 470 252","gradient",[398,284,"start"],[478,245,-40]],[3,"M516 96\
C516 62 450 60 386 66","new weights",[420,50,"start"],[376,67,175]]].flatMap(([at,d,label,[x,y,anchor],[tipX,tipY,turn]])=>{
let on=at===stage;return[svg("path",{d,class:on?"line blue":"hair",style:on?"stroke-width: 3.5":""}),svg("path",{d:"M-9 \
-5L0 0L-9 5z",transform:`translate(${tipX} ${tipY}) rotate(${turn})`,class:on?"fill blue":"",style:on?"":"fill: var(--qu\
iet)"}),textAt(x,y,label,{"text-anchor":anchor,class:on?"title":"quiet"})]})}function boxes(stage,now,next,held,{x,y,loss,
optimizer,learning_rate}){let to=(before,after)=>`${formatNumber(before,4)} → ${formatNumber(after,4)}`,content=[[["x",
"y"],...x.map((value,i)=>[formatNumber(value),formatNumber(y[i])])],["Dense(1):  ŷ = w x + b",`w = ${formatNumber(held.
w)}`,`b = ${formatNumber(held.b)}`,stage>0&&stage<3?`ŷ = ${now.predictions.map(v=>formatNumber(v,2)).join(",  ")}`:""],
[`${loss}(y, ŷ)`,stage>1?`= ${formatNumber(now.loss,4)}`:"needs ŷ"],[`${optimizer}, learning rate ${formatNumber(learning_rate)}`,
`∂J/∂w = ${stage===3?formatNumber(now.gradient[0]):"…"}`,`∂J/∂b = ${stage===3?formatNumber(now.gradient[1]):"…"}`,
stage===3?`w:  ${to(now.w,next.w)}`:"",stage===3?`b:  ${to(now.b,next.b)}`:""]];return BOXES.flatMap(([left,top,width,height],i)=>[
svg("rect",{x:left,y:top,width,height,rx:6,class:i===stage?"line ink":"hair",style:i===stage?"fill: var(--wash); stroke-\
width: 2.5":""}),textAt(left+10,top+20,`${i===stage?"▶ ":""}${STAGES[i]}`,{class:"title"}),...content[i].flatMap((line,at)=>Array.
isArray(line)?line.map((cell,c)=>textAt(left+54+46*c,top+52+28*at,cell,{"text-anchor":"end",class:at?"":"quiet"})):[textAt(
left+10,top+44+21*at,line,{})])])}function plots(x,y,held,steps,stage){let above=new Panel({x:668,y:24,width:172,height:124,
xs:[-1.5,2.5],ys:[-4,8]});above.axes([-1,0,1,2],[-4,0,4,8]),above.inside.append(svg("path",{d:above.path([-1.5,2.5],[-1.5,
2.5].map(v=>held.w*v+held.b)),class:"line blue"}),...x.flatMap((v,i)=>[svg("path",{d:`M${above.px(v)} ${above.py(y[i])}V${clamp(
above.py(held.w*v+held.b),-500,900)}`,class:"line thin dotted red",visibility:stage>1?"visible":"hidden"}),svg("circle",
{cx:above.px(v),cy:above.py(y[i]),r:4.5,class:"fill ink"})]));let power=value=>Math.log10(clamp(value,1e-5,1e6)),below=new Panel(
{x:668,y:204,width:172,height:96,xs:[0,Math.max(10,steps.length-1)],ys:[-4,4]});below.axes(ticks(0,Math.max(10,steps.length-
1),4),[]);for(let p of[-4,-2,0,2,4])below.frame.append(svg("path",{d:`M668 ${below.py(p)}h172`,class:"hair"}),textAt(661,
below.py(p)+4,p?`10${p<0?"⁻":""}${{2:"²",4:"⁴"}[Math.abs(p)]}`:"1",{class:"quiet","text-anchor":"end"}));let losses=(stage>
1?steps:steps.slice(0,-1)).map(s=>power(s.loss));return below.inside.append(svg("path",{d:below.path(losses.map((_,i)=>i),
losses),class:"line orange"}),...losses.map((v,i)=>svg("circle",{cx:below.px(i),cy:below.py(v),r:2.6,class:"fill orange"}))),
[above.node,below.node,textAt(668,16,"the line ŷ = w x + b",{class:"title"}),textAt(668,196,"loss at each step",{class:"\
title"})]}function sentence(stage,step,now,next,before,{loss,optimizer,learning_rate}){let title=html("b",{},`Step ${step+
1}, ${STAGES[stage]}. `);if(stage===0)return[title,step===0?"The inputs x of four examples go to the layers. The targets\
 y go only to the loss.":"The same four examples are used again. Now the layers have new weights."];if(stage===1)return[
title,`With w = ${formatNumber(now.w)} and b = ${formatNumber(now.b)}, the predictions are ŷ = ${now.predictions.map(v=>formatNumber(
v)).join(", ")}. The targets are −1, 1, 3, 5.`];if(stage===2){let than=before?before.loss>now.loss?` It was ${formatNumber(
before.loss)} in the previous step, so it has decreased.`:before.loss<now.loss?` It was ${formatNumber(before.loss)} in \
the previous step, so it has increased.`:"":"";return[title,`The loss measures all four errors in one number: ${loss} = ${formatNumber(
now.loss,4)}.${than}`]}let change=now.gradient[0]===0?"∂J/∂w is 0.":`∂J/∂w is ${formatNumber(now.gradient[0])}. \
The optimizer ${next.w>now.w?"increases":"decreases"} w by ${formatNumber(Math.abs(next.w-now.w))}.`,far=next.loss>now.loss*
1.0001?` The step is too large: the loss will increase from ${formatNumber(now.loss)} to ${formatNumber(next.loss)}.`:"",
rule=optimizer==="SGD"?` SGD multiplies the gradient by the learning rate ${formatNumber(learning_rate)}.`:` ${optimizer}\
 adapts the step size for each weight.`;return[title,change+rule+far]}var training_loop_default={render};export{training_loop_default as default};
