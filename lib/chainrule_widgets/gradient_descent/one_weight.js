// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
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
return new Kind(bytes)}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.
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
drawOnChange(root,model,others,()=>draw2(latest))}}}var REACH=[-3,5];function render({model,el}){let root=createRoot(el,"One weight"),{request,save,drawWith}=kernelState(model,
(_,view)=>toRows(toNumbers(view,Float64Array),7).map(([x,y,w,error,slope,after,left])=>({x,y,w,error,slope,after,left}))),
scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 316",role:"img"},scene),says=html("p",{class:"says",role:"status"}),last=()=>model.
get("pairs").length,go=by=>save({step:clamp(model.get("step")+by,0,last())}),back=button("previous pair",()=>go(-1)),next=button(
"next pair",()=>go(1));root.append(controlBar(next,back,slider("first weight",model,"w",{min:REACH[0],max:REACH[1],step:.1},
request),slider("learning rate",model,"learning_rate",{min:0,max:.5,step:.01},request)),picture,says),drawWith(root,["st\
ep"],shown=>draw(shown,{back,last,model,next,picture,says,scene}))}function draw(shown,{back,last,model,next,picture,says,
scene}){let step=clamp(model.get("step"),0,last()),now=shown[Math.max(step-1,0)];back.disabled=step===0,next.disabled=step===
last();let panel=new Panel({x:44,y:14,width:420,height:256,xs:REACH,ys:[-.6,Math.max(4,1.25*now.error,now.left>4*now.error?
0:1.1*now.left)]});panel.axes([-3,-2,-1,0,1,2,3,4,5],ticks(0,panel.ys[1],4),"w");let ws=Array.from({length:161},(_,i)=>REACH[0]+
i/20),height=w=>now.error+now.slope*(w-now.w)+now.x**2*(w-now.w)**2;panel.inside.append(svg("path",{d:panel.path(ws,ws.map(
height)),class:"line blue"}),svg("path",{d:panel.path([now.w-1,now.w+1],[now.error-now.slope,now.error+now.slope]),class:"\
line thin dashed ink"}));let[x0,x1,y0,y1]=[panel.px(now.w),panel.px(now.after),panel.py(now.error),panel.py(now.left)],floor=panel.
py(0);if(panel.inside.append(svg("path",{d:`M${x0} ${y0}V${floor}`,class:"hair"}),svg("circle",{cx:x0,cy:y0,r:6,class:step?
"line blue":"fill blue"})),step&&Math.abs(x1-x0)>1){let tip=x1>x0?-7:7;panel.inside.append(svg("path",{d:`M${x1} ${y1}V${floor}`,
class:"hair"}),svg("path",{d:`M${x0} ${floor}H${x1}m${tip} -4l${-tip} 4l${tip} 4`,class:"line orange"}),svg("circle",{cx:x1,
cy:y1,r:6,class:"fill orange"}))}return panel.frame.append(textAt(44,302,step?`pair ${step} of ${last()}: x = ${formatNumber(
now.x)}, y = ${formatNumber(now.y)}`:`before the first pair: x = ${formatNumber(now.x)}, y = ${formatNumber(now.y)}`,{class:"\
title"}),textAt(58,30,`E = (${formatNumber(now.x)} w − ${formatNumber(now.y)})²`,{class:"fill blue halo"})),scene.replaceChildren(
panel.node,table(shown,step)),says.replaceChildren(...sentence(now,step,model.get("learning_rate"))),picture.setAttribute(
"aria-label",says.textContent),{step,w:step?now.after:now.w,slope:now.slope,error:now.error,path:[shown[0].w,...shown.map(
row=>row.after)],says:says.textContent}}function table(all,step){let node=svg("g"),places=[556,628,716,824],row=(y,cells,attributes)=>cells.
forEach((cell,i)=>{node.append(textAt(places[i],y,cell,{"text-anchor":"end",...attributes}))});return row(34,["(x, y)","\
E before","dE/dw","w after"],{class:"quiet"}),row(60,["start","","",formatNumber(all[0].w,4)],{}),all.forEach((r,i)=>{row(
86+26*i,[`(${formatNumber(r.x)}, ${formatNumber(r.y)})`,...i<step?[r.error,r.slope,r.after].map(v=>formatNumber(v,4)):["\
·","·","·"]],i===step-1?{class:"title"}:{})}),step&&node.append(svg("path",{d:`M496 ${60+26*step-15}h340v22h-340z`,class:"\
line thin orange"})),node}function sentence(now,step,rate){let side=now.slope<0?"The derivative is negative, so the weig\
ht increases":now.slope>0?"The derivative is positive, so the weight decreases":"The derivative is 0, so the weight does\
 not change";if(!step)return[html("b",{},`E = ${formatNumber(now.error,4)}. `),`${side}. Press “next pair”.`];if(step&&
rate===0)return[html("b",{},"The learning rate is 0. "),`The derivative is ${formatNumber(now.slope,4)}, but the weight \
stays at ${formatNumber(now.after,4)}.`];let sum=`${formatNumber(now.w,4)} − ${formatNumber(rate)} · ${now.slope<0?`(${formatNumber(
now.slope,4)})`:formatNumber(now.slope,4)} = ${formatNumber(now.after,4)}. `,over=now.slope*(now.after*now.x-now.y)*now.
x<0?" It went past the minimum of this curve.":"",more=now.left>now.error?" It went so far that the loss has grown.":"";
return[html("b",{},`w ← ${sum}`),`${side}.${over}${more}`]}var one_weight_default={render};export{one_weight_default as default};
