// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function playButton(label,model,name,last,save,seconds=2){let stop=null,start=()=>{if(matchMedia("(prefers-reduced-motio\
n: reduce)").matches){save({[name]:last()});return}let from=model.get(name)<last()?model.get(name):0,began=performance.now(),
running=!0;stop=()=>{running=!1,stop=null,button.textContent=label},button.textContent="stop",requestAnimationFrame(function next(now){
if(!running||!button.isConnected)return;let at=Math.min(last(),from+Math.round((now-began)/1e3/seconds*last()));save({[name]:Math.
max(at,0)}),at<last()?requestAnimationFrame(next):stop?.()})},button=html("button",{type:"button",click:()=>stop?stop():
start()},label);return button}function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
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
drawOnChange(root,model,others,()=>draw(latest))}}}var STEPS=60;function render({model,el}){let root=createRoot(el,"Parameters and hyperparameters"),names=["hidden","depth",
"activation","rate","steps"],{request,drawWith}=kernelState(model,(said,numbers)=>({...said,numbers:toNumbers(numbers)})),
before=[],picture=svg("svg",{viewBox:"0 0 848 262",role:"img"}),says=html("p",{class:"says",role:"status"});root.append(
controlBar(html("b",{},"hyperparameters:"),slider("hidden neurons",model,"hidden",{min:1,max:10,step:1},request),slider(
"hidden layers",model,"depth",{min:1,max:3,step:1},request),select("activation",model,"activation",request),slider("lear\
ning rate",model,"rate",{min:0,max:2,step:.01},request),playButton("learn",model,"steps",()=>STEPS,request),slider("step\
s",model,"steps",{min:0,max:STEPS,step:1},request)),picture,says),drawWith(root,[],shown=>{let{shapes,numbers,parameters,
right,of,loss}=shown,nodes=[textAt(0,14,`${parameters} parameters`,{class:"title"})],[start,left]=[0,0],cell=15;shapes.forEach(
(shape,k)=>{let[rows,columns]=shape.length===2?shape:[1,shape[0]],top=k%2?66+cell*shapes[k-1][0]:44;nodes.push(textAt(left,
top-6,`${k%2?"b":"W"}${"₁₂₃₄"[k>>1]}  ${shape.join("×")}`,{class:"quiet"}));for(let i=0;i<rows*columns;i++)nodes.
push(...square(left+i%columns*cell,top+Math.floor(i/columns)*cell,numbers[start+i]));start+=rows*columns,k%2&&(left+=Math.
max(columns*cell,64)+24)}),nodes.push(textAt(0,256,`loss ${formatNumber(loss)},  ${right} of ${of} points right`),textAt(
848,256,"blue: above 0; orange with a bar: below 0; pale: close to 0",{class:"quiet","text-anchor":"end"})),picture.replaceChildren(
...nodes),says.textContent=sentence(shown),picture.setAttribute("aria-label",`${parameters} parameters. ${says.textContent}`);
let moved=before.length===numbers.length?largest(before,numbers):null;return before=numbers,{...Object.fromEntries(names.
map(name=>[name,shown[name]])),parameters,shapes,right,of,loss,first:numbers[0],moved}})}var largest=(a,b)=>a.reduce((most,v,i)=>Math.
max(most,Math.abs(v-b[i])),0);function square(x,y,value){let colour=value<0?"orange":"blue",parts=[svg("rect",{x,y,width:13,
height:13,rx:2,class:`fill ${colour}`,opacity:.12+.88*Math.min(1,Math.abs(value)/2)})];return value<0&&parts.push(svg("p\
ath",{d:`M${x+3} ${y+6.5}h7`,class:"line thin ink"})),parts}function sentence({parameters,steps,rate,right,of,hidden,depth}){
return steps===0?`With these hyperparameters, the network has ${parameters} parameters. They are not trained yet. Press \
“learn”.`:rate===0?"With the learning rate 0, training does not change any parameter.":rate>.8&&right<.9*of?`${of-right}\
 of ${of} points are wrong, because the learning rate is too large. Training does not change the learning rate.`:hidden===
1&&depth===1?`${right} of ${of} points are right. With one hidden neuron, the boundary is a straight line. Training does\
 not change the number of neurons.`:`${steps} steps changed the parameters, but no hyperparameter. ${right} of ${of} poi\
nts are right.`}var knobs_default={render};export{knobs_default as default};
