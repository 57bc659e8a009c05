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
drawOnChange(root,model,others,()=>draw2(latest))}}}function render({model,el}){let root=createRoot(el,"Early stopping"),names=["monitor","min_delta","patience","mode","bas\
eline","restore_best_weights","start_from_epoch"],history=model.get("history"),epochs=history.val_loss.length,{request,drawWith}=kernelState(
model),frame={x:48,y:16,width:560,height:260},surface=svg("g"),table=svg("g"),picture=svg("svg",{viewBox:"0 0 848 320"},
surface,table),says=html("p",{class:"says",role:"status"}),tick=(label,get,put_)=>{let input=html("input",{type:"checkbo\
x","aria-label":label,change:()=>request(put_(input.checked))}),show=()=>{input.checked=get()};for(let name of names)model.
on(`change:${name}`,show);return show(),html("label",{},input,label)},middle=()=>{let values=history[model.get("monitor")];
return roundTo((Math.min(...values)+Math.max(...values))/2,.01)},level=html("input",{type:"number",step:.01,"aria-label":"\
value of the baseline",input:()=>{level.value!==""&&request({baseline:Number(level.value)})}}),levels=()=>{level.disabled=
model.get("baseline")===null,!level.disabled&&Number(level.value)!==model.get("baseline")&&(level.value=model.get("basel\
ine"))};model.on("change:baseline",levels),levels(),root.append(controlBar(slider("patience",model,"patience",{min:0,max:60,
step:1},request),slider("min_delta",model,"min_delta",{min:0,max:Math.max(.1,model.get("min_delta")),step:.005},request),
slider("start_from_epoch",model,"start_from_epoch",{min:0,max:100,step:1},request),select("monitor",model,"monitor",request,
Object.keys(history)),select("mode",model,"mode",request),tick("baseline",()=>model.get("baseline")!==null,on=>({baseline:on?
middle():null})),level,tick("restore_best_weights",()=>model.get("restore_best_weights"),on=>({restore_best_weights:on}))),
picture,says),drawWith(root,[],shown=>draw(shown,{epochs,frame,history,says,surface,table}))}function draw(shown,{epochs,
frame,history,says,surface,table}){let watched=history[shown.monitor],other=shown.monitor==="val_loss"||shown.monitor===
"loss"?history[shown.monitor==="loss"?"val_loss":"loss"]??[]:[],all=[...watched,...other,...shown.baseline===null?[]:[shown.
baseline]],[low,high]=[Math.min(...all),Math.max(...all)],panel=new Panel({...frame,xs:[0,epochs-1],ys:[Math.max(0,low-.08*
(high-low)),high+.05*(high-low)]});panel.axes(ticks(0,epochs-1,8),panel.yTicks(5),"epoch, counted from 0");let xs=watched.
map((_,i)=>i),at=epoch=>[panel.px(epoch),panel.py(watched[epoch])],[sx]=at(shown.last),[bx,by]=at(shown.best),[kx,ky]=at(
shown.kept);panel.inside.append(...shown.stopped?[svg("rect",{x:sx,y:16,width:608-sx,height:260,class:"wash"}),svg("rect",
{x:bx,y:16,width:sx-bx,height:260,class:"fill orange","fill-opacity":.12})]:[],...shown.start_from_epoch>0?[svg("path",{
d:`M${panel.px(shown.start_from_epoch)} 16v260`,class:"line thin dotted ink"})]:[],...shown.baseline===null?[]:[svg("pat\
h",{d:`M48 ${panel.py(shown.baseline)}h560`,class:"line thin dashed red"}),textAt(54,panel.py(shown.baseline)+15,"baseli\
ne",{class:"fill red halo"})],svg("path",{d:panel.path(xs,other),class:"line dashed blue"}),svg("path",{d:panel.path(xs,
watched),class:"line orange"}),svg("path",{d:`M${sx} 16v260`,class:"line thin ink",visibility:shown.stopped?"visible":"h\
idden"}),svg("circle",{cx:kx,cy:ky,r:9,class:"line ink"}),svg("path",{d:`M${bx} ${by-6}l6 6l-6 6l-6 -6z`,class:"fill gre\
en"}));let own=Array.isArray(shown.mine)?shown.mine:null;own&&own[0]>=0&&own[0]<epochs&&panel.inside.append(svg("path",{
d:`M${panel.px(own[0])} 16v260`,class:"line dashed red"}),textAt(panel.px(own[0])+5,30,"yours",{class:"fill red halo"})),
surface.replaceChildren(panel.node);let lowest=watched.indexOf(shown.mode==="max"||shown.mode==="auto"&&shown.monitor.includes(
"acc")?Math.max(...watched):Math.min(...watched));return drawTable({epochs,lowest,other,shown,table,watched}),says.replaceChildren(
...sentence(shown,epochs,watched,lowest)),{...shown,says:says.textContent}}function drawTable({epochs,lowest,other,shown,
table,watched}){let other_name=shown.monitor==="val_loss"?"loss":"val_loss",rows=[["line orange",shown.monitor,""],...other.
length?[["line dashed blue",other_name,""]]:[],["","ends after epoch",String(shown.last)],["","◆ best epoch",String(shown.
best)],["","○ weights of epoch",String(shown.kept)],["",`${shown.monitor} of these weights`,formatNumber(watched[shown.
kept],4)],["","best of all epochs",formatNumber(watched[lowest],4)],["","epochs saved",String(epochs-1-shown.last)]];table.
replaceChildren(...rows.map(([kind,label,value],i)=>svg("g",{},...kind?[svg("path",{d:`M630 ${30+27*i}h26`,class:kind})]:
[],textAt(kind?664:630,34+27*i,label),textAt(842,34+27*i,value,{"text-anchor":"end",class:"title"}))))}function sentence(shown,epochs,watched,lowest){
let parts=[];if(!shown.stopped)parts.push(html("b",{},"Not stopped. "),`In ${epochs} epochs, there were never enough epo\
chs in a row without an improvement. `+(shown.restore_best_weights?`At the end, the weights of epoch ${shown.kept} are r\
estored.`:"The weights of the last epoch are kept."));else{let wait=shown.last-shown.best,upward=shown.mode==="max"||shown.
mode==="auto"&&shown.monitor.includes("acc");shown.baseline===null||(upward?watched[shown.best]>shown.baseline:watched[shown.
best]<shown.baseline)?parts.push(html("b",{},`Stopped after epoch ${shown.last}. `),`${wait} epoch${wait===1?"":"s"} wit\
hout an improvement${shown.min_delta?` of more than ${formatNumber(shown.min_delta)}`:""} since epoch ${shown.best}. `):
parts.push(html("b",{},`Stopped after epoch ${shown.last}. `),`No value was better than the baseline, ${formatNumber(shown.
baseline)}. Until then, an improvement does not restart the patience. `),shown.best!==lowest&&lowest>shown.last?parts.push(
`The best of all epochs, ${lowest}, comes later: a larger patience would find it. `):shown.best!==lowest&&parts.push(`Ep\
och ${lowest} was a little better, but by too little to count. `),parts.push(shown.restore_best_weights?`The weights of \
epoch ${shown.kept} are restored.`:shown.kept===shown.best?"":"The weights of the last epoch are kept, because restore_b\
est_weights is off.")}let accuracy=shown.monitor.includes("acc");return shown.mode==="min"&&accuracy&&parts.push(" With \
mode “min”, a smaller accuracy counts as better."),shown.mode==="max"&&!accuracy&&parts.push(" With mode “max”, a la\
rger loss counts as better."),typeof shown.mine=="string"?parts.push(" ",shown.mine):shown.mine&&shown.patience>0&&parts.
push(shown.mine[0]===shown.last&&shown.mine[1]===shown.best?" Your function returns the same.":` Your function returns: \
stop after epoch ${shown.mine[0]}, best epoch ${shown.mine[1]}.`),parts}var stopping_default={render};export{stopping_default as default};
